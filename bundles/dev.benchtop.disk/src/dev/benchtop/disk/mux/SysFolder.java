package dev.benchtop.disk.mux;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** What Linux tells of devices under {@code /sys}. */
record SysFolder(Path root) {

	private static final Path DEVICES = Path.of("/dev"); //$NON-NLS-1$

	/** The USB devices that are plugged in; none where the system does not tell. */
	List<UsbInfo> usb() throws IOException {
		final var found = new ArrayList<UsbInfo>();
		for (final Path device : list(root.resolve("bus/usb/devices"))) { //$NON-NLS-1$
			final String vendor = read(device, "idVendor"); //$NON-NLS-1$
			final String product = read(device, "idProduct"); //$NON-NLS-1$
			if (!vendor.isEmpty() && !product.isEmpty()) {
				found.add(new UsbInfo(Integer.parseInt(vendor, 16), Integer.parseInt(product, 16), read(device, "product"), read(device, "serial"), //$NON-NLS-1$ //$NON-NLS-2$
						Optional.of(device.toRealPath())));
			}
		}
		return found;
	}

	/** The disk whose reader hangs on the same hub as a USB device; empty where there is none, or the hub is the machine's own. */
	Optional<Path> diskBeside(UsbInfo device) throws BenchException {
		final Path hub = device.folder().map(Path::getParent).orElse(null);
		if (hub == null || hub.getFileName().toString().startsWith("usb")) { //$NON-NLS-1$
			return Optional.empty();
		}
		try {
			final List<Path> disks = list(root.resolve("block")).stream().filter(block -> real(block).startsWith(hub)).toList(); //$NON-NLS-1$
			if (disks.size() > 1) {
				throw BenchException.failed(NLS.bind(Messages.SysFolder_several, disks.stream().map(disk -> disk.getFileName().toString()).toList()))
						.next(Messages.SysFolder_severalNext).build();
			}
			return disks.stream().findFirst().map(disk -> DEVICES.resolve(disk.getFileName().toString()));
		} catch (IOException e) {
			throw BenchException.failed(Messages.SysFolder_unreadable).why(e).build();
		}
	}

	/** The disk of a generic SCSI node such as {@code /dev/sg3}, or of a link to one. */
	Optional<Path> blockOfGeneric(Path node) throws BenchException {
		try {
			final Path real = Files.exists(node) ? node.toRealPath() : node;
			final Path blocks = root.resolve("class/scsi_generic").resolve(real.getFileName().toString()).resolve("device/block"); //$NON-NLS-1$ //$NON-NLS-2$
			return list(blocks).stream().findFirst().map(disk -> DEVICES.resolve(disk.getFileName().toString()));
		} catch (IOException e) {
			throw BenchException.failed(Messages.SysFolder_unreadable).why(e).build();
		}
	}

	private static Path real(Path path) {
		try {
			return path.toRealPath();
		} catch (IOException e) {
			return path; // it was just unplugged
		}
	}

	static List<Path> list(Path folder) throws IOException {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			final var found = new ArrayList<Path>();
			files.forEach(found::add);
			found.sort(null);
			return found;
		}
	}

	/** A line of text; empty where the device has none, or has just gone. */
	static String read(Path device, String name) {
		try {
			return Files.readString(device.resolve(name)).strip();
		} catch (IOException e) {
			return ""; //$NON-NLS-1$
		}
	}
}
