package dev.benchtop.uboot.dialogue;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Bootloader_badEnvironment;
	public static String Bootloader_missed;
	public static String Bootloader_missedNext;
	public static String Bootloader_noPrompt;
	public static String Bootloader_noPromptNext;
	public static String Bootloader_silent;
	public static String Bootloader_silentNext;
	public static String Bootloader_status;
	public static String Quoting_control;
	public static String Quoting_controlNext;
	public static String Prompt_noEnd;
	public static String Prompt_status;
	public static String Shell_late;
	public static String Shell_lateNext;
	public static String Shell_noShell;
	public static String Shell_noShellNext;
	public static String Shell_notBooted;
	public static String Shell_notBootedNext;
	public static String Shell_panic;
	public static String Shell_panicNext;
	public static String Shell_refused;
	public static String Shell_refusedNext;
	public static String Shell_restarted;
	public static String Shell_restartedNext;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
