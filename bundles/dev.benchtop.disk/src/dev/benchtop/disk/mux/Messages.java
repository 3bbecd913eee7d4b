package dev.benchtop.disk.mux;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Command_noPosition;
	public static String Command_noPositionNext;
	public static String DutLink_readings;
	public static String Mux_busy;
	public static String Mux_busyNext;
	public static String Mux_half;
	public static String Mux_halfNext;
	public static String Mux_itself;
	public static String Mux_missing;
	public static String Mux_missingNext;
	public static String Mux_notHere;
	public static String Mux_notHereNext;
	public static String Mux_sync;
	public static String Mux_verbDut;
	public static String Mux_verbHost;
	public static String Mux_verbOff;
	public static String SysFolder_several;
	public static String SysFolder_severalNext;
	public static String SysFolder_unreadable;
	public static String UsbMux_failed;
	public static String UsbMux_failedNext;
	public static String UsbMux_none;
	public static String UsbMux_noneNext;
	public static String UsbMux_noneOfSerial;
	public static String UsbMux_several;
	public static String UsbMux_severalNext;
	public static String UsbMux_silent;
	public static String UsbMux_silentNext;

	static {
		initializeMessages("dev.benchtop.disk.mux.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
