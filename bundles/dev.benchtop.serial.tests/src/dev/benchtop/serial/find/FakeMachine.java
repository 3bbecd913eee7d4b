package dev.benchtop.serial.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A machine whose ports are files: /dev and /sys as the kernel and udev make them. */
final class FakeMachine {

	private final Path devices;
	private final Path kernel;

	FakeMachine(Path folder) throws IOException {
		devices = Files.createDirectories(folder.resolve("dev"));
		kernel = Files.createDirectories(folder.resolve("sys"));
		Files.createDirectories(kernel.resolve("class/tty"));
	}

	Machine machine() {
		return new Machine(devices, new SysfsPorts(devices, kernel));
	}

	Path device(String name) {
		return devices.resolve(name);
	}

	private void file(Path file, String text) throws IOException {
		Files.createDirectories(file.getParent());
		Files.writeString(file, text + '\n');
	}

	private void terminal(String name, Path device) throws IOException {
		final Path entry = Files.createDirectories(device.resolve("tty").resolve(name));
		Files.createSymbolicLink(entry.resolve("device"), device);
		Files.createSymbolicLink(kernel.resolve("class/tty").resolve(name), entry);
		Files.writeString(devices.resolve(name), "");
	}

	/** A port of a USB device with one driver of its own per interface, as ftdi_sio. */
	FakeMachine usbSerial(String name, String topology, int number, String ids, String serial, String product) throws IOException {
		final Path device = kernel.resolve("devices/pci0000:00/usb1").resolve(topology);
		usb(device, ids, serial, product);
		final Path part = device.resolve(topology + ":1." + number);
		file(part.resolve("bInterfaceNumber"), "0" + number);
		terminal(name, Files.createDirectories(part.resolve(name)));
		return this;
	}

	/** A port that is an interface itself, as cdc_acm. */
	FakeMachine modem(String name, String topology, String ids, String serial, String product) throws IOException {
		final Path device = kernel.resolve("devices/pci0000:00/usb1").resolve(topology);
		usb(device, ids, serial, product);
		final Path part = device.resolve(topology + ":1.0");
		file(part.resolve("bInterfaceNumber"), "00");
		terminal(name, part);
		return this;
	}

	private void usb(Path device, String ids, String serial, String product) throws IOException {
		file(device.resolve("idVendor"), ids.substring(0, 4));
		file(device.resolve("idProduct"), ids.substring(5));
		file(device.resolve("manufacturer"), "ACME");
		file(device.resolve("product"), product);
		if (!serial.isEmpty()) {
			file(device.resolve("serial"), serial);
		}
	}

	/** A port of the mainboard, or one that the driver has a place for only. */
	FakeMachine uart(String name, int type) throws IOException {
		final Path device = Files.createDirectories(kernel.resolve("devices/platform/serial8250"));
		terminal(name, device);
		file(device.resolve("tty").resolve(name).resolve("type"), Integer.toString(type));
		return this;
	}

	/** A terminal without hardware. */
	FakeMachine virtual(String name) throws IOException {
		Files.createDirectories(kernel.resolve("class/tty").resolve(name));
		return this;
	}

	FakeMachine link(String folder, String name, String device) throws IOException {
		final Path link = devices.resolve("serial").resolve(folder).resolve(name);
		Files.createDirectories(link.getParent());
		Files.deleteIfExists(link);
		Files.createSymbolicLink(link, Path.of("../../" + device));
		return this;
	}

	void unplug(String name) throws IOException {
		Files.delete(kernel.resolve("class/tty").resolve(name));
		Files.delete(devices.resolve(name));
	}
}
