package dev.benchtop.power.manual;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String ManualOutlet_label;
	public static String ManualOutlet_nobody;
	public static String ManualOutlet_nobodyNext;
	public static String ManualOutlet_notKept;
	public static String ManualOutlet_off;
	public static String ManualOutlet_on;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
