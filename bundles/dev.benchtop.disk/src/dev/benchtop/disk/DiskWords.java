package dev.benchtop.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.ByteSize;
import dev.benchtop.disk.Disk.Mount;
import dev.benchtop.disk.Disk.Partition;
import dev.benchtop.disk.Disks.Place;

/** Words for disks. */
final class DiskWords {

	private static final Map<String, String> BUSES = Map.of("usb", "USB", "mmc", "SD/MMC", "nvme", "NVMe", "ata", "SATA", "virtio", "Virtio", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$ //$NON-NLS-9$ //$NON-NLS-10$
			"loop", Messages.DiskWords_file); //$NON-NLS-1$

	private DiskWords() {
	}

	/** What it is, in a line: {@code SanDisk Ultra, 29.7 GiB, /dev/sdb}. */
	static String line(Place place) {
		return String.join(", ", place.disk().title(), new ByteSize(place.bytes()).display(), place.device().toString()); //$NON-NLS-1$
	}

	/** Its size, where it is plugged in, and its serial number. */
	static String detail(Disk disk) {
		return Stream.of(new ByteSize(disk.bytes()).display(), disk.device().toString(), plug(disk)).filter(part -> !part.isEmpty())
				.collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	/** Where it is plugged in, and its serial number. */
	static String plug(Disk disk) {
		final var parts = new ArrayList<String>();
		if (!disk.bus().isEmpty() || !disk.busPath().isEmpty()) {
			parts.add((BUSES.getOrDefault(disk.bus(), disk.bus()) + ' ' + disk.busPath()).strip());
		}
		if (!disk.serial().isEmpty() && !disk.serial().equals(disk.busPath())) {
			parts.add(NLS.bind(Messages.DiskWords_serial, disk.serial()));
		}
		return String.join(", ", parts); //$NON-NLS-1$
	}

	/** What is lost when a place is overwritten, as a sentence. */
	static String lost(Place place) {
		final String held = held(place);
		return held.isEmpty() ? NLS.bind(Messages.Plan_lostUnknown, line(place)) : NLS.bind(Messages.Plan_lost, line(place), held);
	}

	private static String held(Place place) {
		final List<Partition> parts = place.partition().map(List::of).orElse(place.disk().partitions());
		return parts.stream().map(DiskWords::name).collect(Collectors.joining(", ")); //$NON-NLS-1$
	}

	/** What a place holds now, in a line. */
	static String content(Place place) {
		final String content = held(place);
		final List<Mount> mounts = DiskGuard.mounts(place);
		final String mounted = mounts.stream().map(mount -> mount.point().toString()).distinct().collect(Collectors.joining(", ")); //$NON-NLS-1$
		final String known = content.isEmpty() ? Messages.DiskWords_unknown : content;
		return mounted.isEmpty() ? known : NLS.bind(Messages.DiskWords_mounted, known, mounted);
	}

	private static String name(Partition partition) {
		final String type = partition.fileSystem().orElse(Messages.DiskWords_unknown);
		return partition.label().map(label -> label + " (" + type + ')').orElse(type); //$NON-NLS-1$
	}

	/** A partition in a line: its name, size, content and mount points. */
	static String line(Disk disk, Partition partition) {
		final var place = new Place(disk, Optional.of(partition));
		return String.join(", ", partition.name(), new ByteSize(partition.bytes()).display(), content(place)); //$NON-NLS-1$
	}
}
