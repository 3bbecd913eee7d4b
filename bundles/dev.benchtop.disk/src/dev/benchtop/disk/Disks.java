package dev.benchtop.disk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.BlockTarget;
import dev.benchtop.core.flash.Consent;
import dev.benchtop.disk.Disk.Partition;
import dev.benchtop.disk.linux.LinuxDisks;

/** The disks of this machine. */
@Component(service = Disks.class)
public final class Disks {

	/** A disk, or one of its partitions. */
	public record Place(Disk disk, Optional<Partition> partition) {

		/** Bytes. */
		long bytes() {
			return partition.map(Partition::bytes).orElse(disk.bytes());
		}

		Path device() {
			return partition.map(Partition::device).orElse(disk.device());
		}
	}

	private final DiskSystem system;

	/** The disks of the machine that this process runs on; none where the operating system is one that is not known. */
	@Activate
	public Disks() {
		this(System.getProperty("os.name").equals("Linux") ? new LinuxDisks() : new NoDisks()); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The disks of another system. */
	public Disks(DiskSystem system) {
		this.system = system;
	}

	DiskSystem system() {
		return system;
	}

	/** All disks that have a medium. */
	public List<Disk> all() throws BenchException {
		try {
			return system.disks();
		} catch (IOException e) {
			throw BenchException.failed(Messages.Disks_unreadable).why(e).build();
		}
	}

	/** The disk or partition that a device file, or a link to one, stands for; empty where there is none now. */
	public Optional<Place> find(Path device) throws BenchException {
		final Path real = real(device);
		for (final Disk disk : all()) {
			if (real(disk.device()).equals(real)) {
				return Optional.of(new Place(disk, Optional.empty()));
			}
			for (final Partition partition : disk.partitions()) {
				if (real(partition.device()).equals(real)) {
					return Optional.of(new Place(disk, Optional.of(partition)));
				}
			}
		}
		return Optional.empty();
	}

	private static Path real(Path device) {
		try {
			return Files.exists(device) ? device.toRealPath() : device;
		} catch (IOException e) {
			return device;
		}
	}

	/**
	 * The medium behind a device file, for who knows that it is meant: what is mounted of it is unmounted when it is opened; a disk of the
	 * running system is refused.
	 *
	 * @param cancel ends the waiting while it is unmounted and opened
	 */
	public BlockTarget target(Path device, CancelToken cancel) throws BenchException {
		final Place place = find(device).orElseThrow(() -> BenchException.failed(Messages.Disks_gone).where(device.toString()).next(Messages.Disks_goneNext).build());
		return new DiskTarget(system, place, Optional.of(new Consent(true, "", "")), cancel, _ -> { }); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
