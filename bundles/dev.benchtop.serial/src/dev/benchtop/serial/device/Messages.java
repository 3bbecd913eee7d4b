package dev.benchtop.serial.device;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String DeviceLines_noBreak;
	public static String DeviceLines_noDtr;
	public static String DeviceLines_noRts;
	public static String DeviceLines_noSpeed;
	public static String DeviceLines_notOpen;
	public static String DevicePort_writeFailed;
	public static String OpenFailure_busy;
	public static String OpenFailure_busyBy;
	public static String OpenFailure_busyElse;
	public static String OpenFailure_gone;
	public static String OpenFailure_noPort;
	public static String OpenFailure_notAllowed;
	public static String OpenFailure_ownerOnly;
	public static String OpenFailure_refused;

	static {
		initializeMessages("dev.benchtop.serial.device.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
