package dev.benchtop.power.device;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String RawDevice_failed;
	public static String RawDevice_notOpened;
	public static String RawDevice_notOpenedNext;
	public static String RawDevice_silent;
	public static String RawDevice_silentNext;
	public static String SerialRelay_dual;
	public static String SerialRelay_label;
	public static String SerialRelay_noState;
	public static String SerialRelay_noStateNext;
	public static String YkushConfig_badPort;
	public static String Ykush_gone;
	public static String Ykush_label;
	public static String Ykush_none;
	public static String Ykush_notFound;
	public static String Ykush_plugIn;
	public static String Ykush_refused;
	public static String Ykush_several;
	public static String Ykush_there;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
