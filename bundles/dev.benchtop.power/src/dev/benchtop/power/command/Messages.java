package dev.benchtop.power.command;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String CommandOutlet_noReadings;
	public static String CommandOutlet_noReadingsNext;
	public static String CommandOutlet_noState;
	public static String CommandOutlet_noStateNext;
	public static String UhubctlOutlet_label;
	public static String UhubctlOutlet_noPort;
	public static String UhubctlOutlet_noPortNext;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
