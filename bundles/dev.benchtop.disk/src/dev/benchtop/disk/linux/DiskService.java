package dev.benchtop.disk.linux;

import java.io.IOException;
import java.nio.file.Path;

import dev.benchtop.core.CancelToken;

/** UDisks2 on the system bus: opens block devices and unmounts for users who may not do so themselves; polkit asks them. */
class DiskService {

	private static final String NAME = "org.freedesktop.UDisks2"; //$NON-NLS-1$
	private static final String BLOCKS = "/org/freedesktop/UDisks2/block_devices/"; //$NON-NLS-1$

	/** The address of another bus than the system's; empty for that one. */
	private final String address;

	DiskService() {
		this(""); //$NON-NLS-1$
	}

	DiskService(String address) {
		this.address = address;
	}

	/** Opens a device with these flags besides, see open(2); the number of the open file is the caller's. Waits for the user. */
	int open(Path device, boolean writing, int flags, CancelToken cancel) throws IOException {
		try (var bus = SystemBus.connect(address, cancel)) {
			return bus.openDevice(NAME, object(device.getFileName().toString()), writing ? "rw" : "r", flags); //$NON-NLS-1$ //$NON-NLS-2$
		}
	}

	/** Unmounts the file system of a device; {@code device} is the kernel's name of it. */
	void unmount(String device, CancelToken cancel) throws IOException {
		try (var bus = SystemBus.connect(address, cancel)) {
			bus.unmount(NAME, object(device));
		}
	}

	/** UDisks2 writes everything but letters, digits and low lines as a low line and its code. */
	private static String object(String device) {
		final var path = new StringBuilder(BLOCKS);
		for (final char letter : device.toCharArray()) {
			if (letter == '_' || Character.isLetterOrDigit(letter) && letter < 128) {
				path.append(letter);
			} else {
				path.append(String.format("_%02x", (int) letter)); //$NON-NLS-1$
			}
		}
		return path.toString();
	}
}
