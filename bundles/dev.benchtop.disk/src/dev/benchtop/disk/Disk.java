package dev.benchtop.disk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A disk as the system sees it at one moment.
 *
 * @param name the kernel's: {@code sdb}
 * @param device its device file: {@code /dev/sdb}
 * @param id a name that stays over re-plugging where it has one, else {@code name}
 * @param link the device file by that name
 * @param vendor who made it; may be empty
 * @param model what it is called; may be empty
 * @param serial its serial number; may be empty
 * @param bytes its size
 * @param removable whether it is meant to be taken out: a card, a stick, a drive on USB
 * @param readOnly whether it lets nobody write
 * @param bus {@code usb}, {@code mmc}, {@code nvme}, {@code ata}, {@code virtio}, {@code loop}; may be empty
 * @param busPath where it is plugged in; may be empty
 * @param sequence counts the media that the system has seen, so that another one at the same place has another number; 0 where unknown
 * @param zeroing how many bytes it can make zero by itself at once; 0 where it cannot
 * @param partitions in the order of their numbers
 * @param mounts where it or a partition of it is mounted
 * @param system what of the running system lies on it, in words; empty where nothing does
 * @param users what else holds it, in words: a volume group, an encrypted volume
 */
public record Disk(String name, Path device, String id, Path link, String vendor, String model, String serial, long bytes, boolean removable,
		boolean readOnly, String bus, String busPath, long sequence, long zeroing, List<Partition> partitions, List<Mount> mounts,
		Optional<String> system, List<String> users) {

	/**
	 * A partition.
	 *
	 * @param number as the kernel counts, from 1
	 * @param name the kernel's: {@code sdb1}
	 * @param start in bytes from the start of the disk
	 * @param fileSystem what it holds: {@code ext4}; empty where that is unknown
	 * @param label the name of the file system, else of the partition
	 */
	public record Partition(int number, String name, Path device, long start, long bytes, Optional<String> fileSystem, Optional<String> label) {
	}

	/** What is mounted where. */
	public record Mount(String device, Path point) {
	}

	public Disk {
		partitions = List.copyOf(partitions);
		mounts = List.copyOf(mounts);
		users = List.copyOf(users);
	}

	/** What people call it, and have to type where it is dear: vendor and model, else the kernel's name. */
	public String title() {
		final String title = (model.startsWith(vendor) ? model : vendor + ' ' + model).strip();
		return title.isEmpty() ? name : title;
	}

	/** What makes it this one and no other, over re-plugging too. */
	public String identity() {
		return String.join(" ", title(), serial.isEmpty() ? id : serial, Long.toString(bytes)); //$NON-NLS-1$
	}

	/** What tells it from any other that takes its place now, and from the other slot of its reader where the kernel does not count. */
	public String seen() {
		return identity() + '#' + sequence + '@' + name;
	}
}
