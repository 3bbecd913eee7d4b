package dev.benchtop.ui.console;

/**
 * A port that no bench names, and its speed.
 *
 * @param port a device, a stable name of one, or a URL
 * @param baudrate in bits per second
 */
record PortAddress(String port, int baudrate) {

	/** What its tab is called. */
	String title() {
		return port.startsWith("/") ? port.substring(port.lastIndexOf('/') + 1) : port; //$NON-NLS-1$
	}
}
