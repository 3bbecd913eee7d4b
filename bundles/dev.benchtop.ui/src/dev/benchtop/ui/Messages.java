package dev.benchtop.ui;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String CapabilityHandler_noBench;
	public static String CapabilityHandler_noBoard;
	public static String CapabilityHandler_untrusted;
	public static String CapabilityHandler_unusable;
	public static String CapabilityHandler_whyNot;
	public static String CommandLine_copy;
	public static String CommandLine_tooltip;
	public static String ErrorDialog_copy;
	public static String ErrorDialog_title;
	public static String TimeChart_now;
	public static String TimeChart_seconds;

	static {
		initializeMessages("dev.benchtop.ui.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
