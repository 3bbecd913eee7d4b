package dev.benchtop.disk.linux;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.benchtop.disk.Disk.Partition;

/** One disk as its folder in sysfs and udev's notes tell it. */
final class BlockDevice {

	private static final int SECTOR = 512;
	private static final Pattern ESCAPED = Pattern.compile("\\\\x([0-9a-fA-F]{2})"); //$NON-NLS-1$

	private final Path root;
	private final Path folder;
	private final Path real;
	private final String name;
	private final Map<String, String> udev;
	private final Optional<Path> usb;

	/** {@code folder} is that of {@code /sys/block}. */
	BlockDevice(Path root, Path folder) {
		this.root = root;
		this.folder = folder;
		this.real = SysFiles.real(folder);
		this.name = folder.getFileName().toString();
		this.udev = udev(folder);
		this.usb = usb();
	}

	private Map<String, String> udev(Path device) {
		return SysFiles.udev(root.resolve("run/udev/data/b" + SysFiles.text(device.resolve("dev")))); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The USB device above it: the folder that says who made it. */
	private Optional<Path> usb() {
		for (Path above = SysFiles.real(folder.resolve("device")); above != null && above.startsWith(root); above = above.getParent()) { //$NON-NLS-1$
			if (Files.exists(above.resolve("idVendor"))) { //$NON-NLS-1$
				return Optional.of(above);
			}
		}
		return Optional.empty();
	}

	String name() {
		return name;
	}

	long bytes() {
		return SysFiles.number(folder.resolve("size")) * SECTOR; //$NON-NLS-1$
	}

	boolean readOnly() {
		return SysFiles.number(folder.resolve("ro")) != 0; //$NON-NLS-1$
	}

	long sequence() {
		return SysFiles.number(folder.resolve("diskseq")); //$NON-NLS-1$
	}

	long zeroing() {
		return SysFiles.number(folder.resolve("queue/write_zeroes_max_bytes")); //$NON-NLS-1$
	}

	/** The file behind a loop device; empty where it is none. */
	String backingFile() {
		return SysFiles.text(folder.resolve("loop/backing_file")); //$NON-NLS-1$
	}

	String bus() {
		final String path = real.toString();
		if (usb.isPresent()) {
			return "usb"; //$NON-NLS-1$
		}
		for (final String bus : List.of("mmc", "nvme", "virtio", "ata")) { //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			if (path.contains('/' + bus)) {
				return bus;
			}
		}
		return name.startsWith("loop") ? "loop" : ""; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	String busPath() {
		final String known = udev.getOrDefault("ID_PATH", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return known.isEmpty() ? usb.map(device -> device.getFileName().toString()).orElse("") : known; //$NON-NLS-1$
	}

	/** Cards and what hangs on USB count, whatever the medium says of itself. */
	boolean removable() {
		return SysFiles.number(folder.resolve("removable")) != 0 || usb.isPresent() //$NON-NLS-1$
				|| SysFiles.text(folder.resolve("device/type")).equals("SD"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	String vendor() {
		return usb.map(device -> SysFiles.text(device.resolve("manufacturer"))).filter(text -> !text.isEmpty()) //$NON-NLS-1$
				.orElseGet(() -> known("ID_VENDOR", "device/vendor").replaceFirst("^0x[0-9a-f]+$|^ATA$", "")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	String model() {
		final String card = SysFiles.text(folder.resolve("device/name")); //$NON-NLS-1$
		return usb.map(device -> SysFiles.text(device.resolve("product"))).filter(text -> !text.isEmpty()) //$NON-NLS-1$
				.orElseGet(() -> card.isEmpty() ? known("ID_MODEL", "device/model") : card); //$NON-NLS-1$ //$NON-NLS-2$
	}

	String serial() {
		final String serial = udev.getOrDefault("ID_SERIAL_SHORT", SysFiles.text(folder.resolve("device/serial"))); //$NON-NLS-1$ //$NON-NLS-2$
		return serial.isEmpty() ? usb.map(device -> SysFiles.text(device.resolve("serial"))).orElse("") : serial; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** udev writes a low line for each blank, and knows what sysfs does not. */
	private String known(String property, String file) {
		final String text = SysFiles.text(folder.resolve(file));
		return text.isEmpty() ? udev.getOrDefault(property, "").replace('_', ' ').strip() : text; //$NON-NLS-1$
	}

	/** The name under {@code /dev/disk/by-id} that says most, else that under {@code by-path}. */
	Optional<Path> link() {
		for (final String kind : List.of("by-id", "by-path")) { //$NON-NLS-1$ //$NON-NLS-2$
			final var links = SysFiles.list(root.resolve("dev/disk").resolve(kind)).stream() //$NON-NLS-1$
					.filter(link -> SysFiles.real(link).getFileName().toString().equals(name))
					.filter(link -> !link.getFileName().toString().startsWith("wwn-")).toList(); //$NON-NLS-1$
			if (!links.isEmpty()) {
				return Optional.of(links.getFirst());
			}
		}
		return Optional.empty();
	}

	List<Partition> partitions() {
		final var found = new ArrayList<Partition>();
		for (final Path part : SysFiles.list(folder)) {
			final int number = (int) SysFiles.number(part.resolve("partition")); //$NON-NLS-1$
			if (number > 0) {
				final Map<String, String> properties = udev(part);
				final String label = properties.getOrDefault("ID_FS_LABEL_ENC", properties.getOrDefault("ID_PART_ENTRY_NAME", //$NON-NLS-1$ //$NON-NLS-2$
						SysFiles.text(part.resolve("uevent")).lines().filter(line -> line.startsWith("PARTNAME=")).map(line -> line.substring(9)) //$NON-NLS-1$ //$NON-NLS-2$
								.findFirst().orElse(""))); //$NON-NLS-1$
				final String partName = part.getFileName().toString();
				found.add(new Partition(number, partName, root.resolve("dev").resolve(partName), SysFiles.number(part.resolve("start")) * SECTOR, //$NON-NLS-1$ //$NON-NLS-2$
						SysFiles.number(part.resolve("size")) * SECTOR, text(properties.getOrDefault("ID_FS_TYPE", "")), text(plain(label)))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			}
		}
		found.sort((one, two) -> Integer.compare(one.number(), two.number()));
		return found;
	}

	/** What udev has found on the disk as a whole. */
	Optional<String> fileSystem() {
		return text(udev.getOrDefault("ID_FS_TYPE", "")); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** The names of the devices that are made of it or of one of its partitions: {@code dm-0}. */
	List<String> holders() {
		final var holders = new ArrayList<String>();
		SysFiles.list(folder.resolve("holders")).forEach(holder -> holders.add(holder.getFileName().toString())); //$NON-NLS-1$
		SysFiles.list(folder).forEach(part -> SysFiles.list(part.resolve("holders")) //$NON-NLS-1$
				.forEach(holder -> holders.add(holder.getFileName().toString())));
		return holders.stream().distinct().map(this::title).toList();
	}

	/** A volume by the name that its owner gave it. */
	private String title(String holder) {
		final String given = SysFiles.text(root.resolve("sys/class/block").resolve(holder).resolve("dm/name")); //$NON-NLS-1$ //$NON-NLS-2$
		return given.isEmpty() ? holder : given;
	}

	private static Optional<String> text(String text) {
		return text.isEmpty() ? Optional.empty() : Optional.of(text);
	}

	private static String plain(String encoded) {
		return ESCAPED.matcher(encoded).replaceAll(found -> Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(found.group(1), 16))));
	}
}
