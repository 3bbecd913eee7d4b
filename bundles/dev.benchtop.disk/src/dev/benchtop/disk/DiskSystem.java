package dev.benchtop.disk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** The disks of one operating system; the seam behind which Linux, macOS and Windows differ. */
public interface DiskSystem {

	/** All disks that have a medium. */
	List<Disk> disks() throws IOException;

	/** The names of the disks that a file of this machine lies on; empty where it lies on none that is known. */
	Set<String> under(Path file) throws IOException;

	/** What changes whenever a disk, partition or mount comes or goes. */
	String fingerprint() throws IOException;

	/**
	 * Opens a disk, or the partition of that number, for its only user: what is mounted or used by others is refused. May wait for the user.
	 *
	 * @throws BenchException with the words on what to do
	 */
	DiskIo open(Disk disk, Optional<Disk.Partition> partition, boolean writing, CancelToken cancel) throws BenchException;

	/** Unmounts; returns when that is done, or not waited for any longer. */
	void unmount(Disk.Mount mount, CancelToken cancel) throws BenchException;
}
