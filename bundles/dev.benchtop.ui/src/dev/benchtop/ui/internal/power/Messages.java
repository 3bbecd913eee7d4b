package dev.benchtop.ui.internal.power;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String HandDialog_done;
	public static String HandDialog_wait;
	public static String MeterRow_chart;
	public static String MeterRow_waiting;
	public static String ReadingsHandler_failed;
	public static String ReadingsHandler_noMeter;
	public static String ReadingsHandler_tooltip;
	public static String ReadingsView_none;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
