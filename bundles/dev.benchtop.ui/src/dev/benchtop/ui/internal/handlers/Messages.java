package dev.benchtop.ui.internal.handlers;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String AboutDialog_copy;
	public static String AboutDialog_license;
	public static String AboutDialog_name;
	public static String AboutDialog_platform;
	public static String AboutDialog_text;
	public static String AboutDialog_title;
	public static String OpenBenchHandler_message;
	public static String OpenBenchHandler_title;
	public static String PowerHandler_cycle;
	public static String PowerHandler_missing;
	public static String PowerHandler_notReady;
	public static String PowerHandler_off;
	public static String PowerHandler_on;
	public static String ShortcutsDialog_console;
	public static String ShortcutsDialog_title;

	static {
		initializeMessages("dev.benchtop.ui.internal.handlers.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
