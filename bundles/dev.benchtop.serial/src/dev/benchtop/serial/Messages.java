package dev.benchtop.serial;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Addresses_known;
	public static String Addresses_unknown;
	public static String LineDriver_asserted;
	public static String LineDriver_baud;
	public static String LineDriver_baudrate;
	public static String LineDriver_break;
	public static String LineDriver_dtr;
	public static String LineDriver_length;
	public static String LineDriver_rts;
	public static String PortFinder_failed;
	public static String SocketFactory_either;

	static {
		initializeMessages("dev.benchtop.serial.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
