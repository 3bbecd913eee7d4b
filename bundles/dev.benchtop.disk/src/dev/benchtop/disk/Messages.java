package dev.benchtop.disk;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Elsewhere_notHere;
	public static String MuxFlasherFactory_noMux;
	public static String MuxFlasherFactory_noMuxNext;
	public static String MuxFlasher_isOn;
	public static String MuxFlasher_noSize;
	public static String MuxFlasher_noSizeNext;
	public static String MuxFlasher_noTarget;
	public static String MuxFlasher_switchOff;
	public static String MuxFlasher_theTarget;
	public static String Phase_back;
	public static String Phase_dut;
	public static String Phase_host;
	public static String Phase_settle;
	public static String Plan_dut;
	public static String Plan_host;
	public static String Plan_hostAlready;
	public static String Plan_powerUnknown;
	public static String Sides_atNobody;
	public static String Sides_atTheBoard;
	public static String Sides_dut;
	public static String Sides_host;
	public static String Sides_off;
	public static String Sides_staysHere;
	public static String Sides_unknown;

	static {
		initializeMessages("dev.benchtop.disk.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
