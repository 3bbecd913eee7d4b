package dev.benchtop.ui.console;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String ConsoleMenu_clear;
	static String ConsoleMenu_copy;
	static String ConsoleMenu_paste;
	static String ConsoleMenu_scrollLock;
	static String ConsoleMenu_selectAll;
	static String ConsoleMenu_showLog;
	static String ConsoleNotices_closed;
	static String ConsoleNotices_held;
	static String ConsoleNotices_leased;
	static String ConsoleNotices_lost;
	static String ConsoleNotices_missing;
	static String ConsoleNotices_powerOn;
	static String ConsoleNotices_poweringOn;
	static String ConsoleNotices_retry;
	static String ConsoleNotices_takeOver;
	static String ConsoleNotices_untrusted;
	static String ConsoleNotices_waiting;
	static String ConsoleView_noLog;
	static String ConsoleView_title;
	static String OpenConsoleHandler_missing;
	static String OpenConsoleHandler_tooltip;

	static {
		initializeMessages("dev.benchtop.ui.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
