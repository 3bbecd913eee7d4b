package dev.benchtop.serial.find;

/**
 * The USB device that a port is on.
 *
 * @param vendor four hexadecimal digits, as all of {@code idVendor}
 * @param product four hexadecimal digits
 * @param serial the serial number; empty where the device has none
 * @param name what it calls itself: manufacturer and product; may be empty
 * @param topology bus and ports: {@code 1-2.3}
 * @param configuration which interface: {@code 1.0}; empty where that is not known
 */
public record UsbPlace(String vendor, String product, String serial, String name, String topology, String configuration) {

	/** {@code 0403:6001:A50285BI}. */
	public String id() {
		return vendor + ':' + product + (serial.isEmpty() ? "" : ':' + serial); //$NON-NLS-1$
	}

	/** The number of the interface, 0 where that is not known. */
	int interfaceNumber() {
		final int dot = configuration.indexOf('.');
		return dot < 0 ? 0 : Integer.parseInt(configuration.substring(dot + 1));
	}
}
