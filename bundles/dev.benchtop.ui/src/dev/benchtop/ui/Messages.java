package dev.benchtop.ui;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String CapabilityHandler_noBench;
	static String CapabilityHandler_noBoard;
	static String CapabilityHandler_untrusted;
	static String CapabilityHandler_unusable;
	static String CapabilityHandler_whyNot;
	static String CommandLine_copy;
	static String CommandLine_tooltip;
	static String ErrorDialog_copy;
	static String ErrorDialog_title;

	static {
		initializeMessages("dev.benchtop.ui.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
