package dev.benchtop.cli.progress;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	static String BarProgress_done;
	static String BarProgress_left;
	static String BarProgress_transferred;
	static String LineProgress_amount;
	static String LineProgress_percent;
	static String LineProgress_phase;
	static String Meter_of;

	static {
		initializeMessages("dev.benchtop.cli.progress.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
