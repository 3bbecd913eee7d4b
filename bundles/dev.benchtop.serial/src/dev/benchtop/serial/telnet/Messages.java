package dev.benchtop.serial.telnet;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String ComPort_baudrate;
	public static String ComPort_break;
	public static String ComPort_dataBits;
	public static String ComPort_flow;
	public static String ComPort_kept;
	public static String ComPort_other;
	public static String ComPort_parity;
	public static String ComPort_refused;
	public static String ComPort_silent;
	public static String ComPort_stopBits;
	public static String RemoteLines_failed;
	public static String RemoteLines_notOpen;

	static {
		initializeMessages("dev.benchtop.serial.telnet.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
