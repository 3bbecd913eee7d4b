package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A USB device that is plugged in.
 *
 * @param name the product's own; may be empty
 * @param serial may be empty
 * @param folder where the system tells of it, with its neighbours beside; empty where it does not
 */
record UsbInfo(int vendor, int product, String name, String serial, Optional<Path> folder) {

	/** Tells this plugging in from any other: the system gives every one a number. */
	String connection() {
		return folder.map(place -> SysFolder.read(place, "busnum") + '-' + SysFolder.read(place, "devnum")).orElse(""); //$NON-NLS-1$ //$NON-NLS-2$
	}

	boolean is(int wantedVendor, int wantedProduct) {
		return vendor == wantedVendor && product == wantedProduct;
	}

	/** {@code 04e8:6001 sd-wire_11-22}. */
	String title() {
		return "%04x:%04x %s".formatted(vendor, product, serial).strip(); //$NON-NLS-1$
	}
}
