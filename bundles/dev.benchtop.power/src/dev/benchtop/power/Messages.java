package dev.benchtop.power;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String JsonPath_items;
	public static String JsonPath_keys;
	public static String JsonPath_missing;
	public static String JsonPath_noJson;
	public static String JsonPath_noNumber;
	public static String JsonPath_noValue;
	public static String JsonPath_top;
	public static String OutletPower_cancelledNext;
	public static String OutletPower_noAnswer;
	public static String OutletPower_notOff;
	public static String OutletPower_notOn;
	public static String OutletPower_notRead;
	public static String OutletPower_remembered;
	public static String OutletPower_unmoved;
	public static String OutletPower_unmovedNext;
	public static String OutletPower_why;
	public static String Words_off;
	public static String Words_on;
	public static String Words_unknown;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
