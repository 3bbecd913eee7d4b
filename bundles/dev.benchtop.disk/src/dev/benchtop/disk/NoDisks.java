package dev.benchtop.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** An operating system whose disks are not known. */
final class NoDisks implements DiskSystem {

	@Override
	public List<Disk> disks() {
		return List.of();
	}

	@Override
	public Set<String> under(Path file) {
		return Set.of();
	}

	@Override
	public String fingerprint() {
		return ""; //$NON-NLS-1$
	}

	@Override
	public DiskIo open(Disk disk, Optional<Disk.Partition> partition, boolean writing, CancelToken cancel) throws BenchException {
		throw BenchException.failed(Messages.NoDisks_unknown).where(disk.title()).build();
	}

	@Override
	public void unmount(Disk.Mount mount, CancelToken cancel) throws BenchException {
		throw BenchException.failed(Messages.NoDisks_unknown).where(mount.device()).build();
	}
}
