package dev.benchtop.uboot;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String FlasherFactory_missing;
	public static String FlasherFactory_missingNext;
	public static String UbootConsole_by;
	public static String UbootConsole_commandParameter;
	public static String UbootConsole_get;
	public static String UbootConsole_name;
	public static String UbootConsole_noPrompt;
	public static String UbootConsole_noPromptNext;
	public static String UbootConsole_reboot;
	public static String UbootConsole_run;
	public static String UbootConsole_set;
	public static String UbootConsole_status;
	public static String UbootConsole_unset;
	public static String UbootConsole_value;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
