package dev.benchtop.cli.progress;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String BarProgress_done;
	public static String BarProgress_left;
	public static String BarProgress_transferred;
	public static String LineProgress_amount;
	public static String LineProgress_percent;
	public static String LineProgress_phase;
	public static String Meter_of;

	static {
		initializeMessages("dev.benchtop.cli.progress.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
