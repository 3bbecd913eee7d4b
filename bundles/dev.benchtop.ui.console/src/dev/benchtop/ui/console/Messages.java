package dev.benchtop.ui.console;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String AlertStrip_close;
	public static String AlertStrip_more;
	public static String Bookkeeping_reading;
	public static String Bookkeeping_running;
	public static String Bookkeeping_writing;
	public static String ConsoleMenu_clear;
	public static String ConsoleMenu_copy;
	public static String ConsoleMenu_editMacros;
	public static String ConsoleMenu_find;
	public static String ConsoleMenu_hex;
	public static String ConsoleMenu_lineEnding;
	public static String ConsoleMenu_localEcho;
	public static String ConsoleMenu_log;
	public static String ConsoleMenu_macros;
	public static String ConsoleMenu_noLog;
	public static String ConsoleMenu_nothingSelected;
	public static String ConsoleMenu_paste;
	public static String ConsoleMenu_saveLog;
	public static String ConsoleMenu_scrollLock;
	public static String ConsoleMenu_selectAll;
	public static String ConsoleMenu_showFolder;
	public static String ConsoleMenu_showLog;
	public static String ConsoleMenu_split;
	public static String ConsoleMenu_times;
	public static String ConsoleMenu_triggers;
	public static String ConsoleMenu_whyNot;
	public static String ConsoleNotices_closed;
	public static String ConsoleNotices_held;
	public static String ConsoleNotices_leased;
	public static String ConsoleNotices_lost;
	public static String ConsoleNotices_missing;
	public static String ConsoleNotices_powerOn;
	public static String ConsoleNotices_poweringOn;
	public static String ConsoleNotices_retry;
	public static String ConsoleNotices_takeOver;
	public static String ConsoleNotices_untrusted;
	public static String ConsoleNotices_waiting;
	public static String ConsoleTools_find;
	public static String ConsoleTools_hex;
	public static String ConsoleTools_log;
	public static String ConsoleTools_menu;
	public static String ConsoleTools_noLog;
	public static String ConsoleTools_scrollLock;
	public static String ConsoleTools_times;
	public static String ConsoleView_alarm;
	public static String ConsoleView_alarmed;
	public static String ConsoleView_noProgram;
	public static String ConsoleView_numbered;
	public static String ConsoleView_saveLog;
	public static String ConsoleView_showLine;
	public static String ConsoleView_title;
	public static String LineEnding_cr;
	public static String LineEnding_crlf;
	public static String LineEnding_lf;
	public static String LinesMenu_baud;
	public static String LinesMenu_baudQuestion;
	public static String LinesMenu_baudTitle;
	public static String LinesMenu_break;
	public static String LinesMenu_breaking;
	public static String LinesMenu_closed;
	public static String LinesMenu_dtr;
	public static String LinesMenu_lines;
	public static String LinesMenu_noBaud;
	public static String LinesMenu_none;
	public static String LinesMenu_otherBaud;
	public static String LinesMenu_rts;
	public static String LinesMenu_settingBaud;
	public static String LinesMenu_switching;
	public static String MacroBar_key;
	public static String NewConsoleDialog_again;
	public static String NewConsoleDialog_message;
	public static String NewConsoleDialog_nameHint;
	public static String NewConsoleDialog_noBench;
	public static String NewConsoleDialog_noName;
	public static String NewConsoleDialog_noPort;
	public static String NewConsoleDialog_none;
	public static String NewConsoleDialog_open;
	public static String NewConsoleDialog_port;
	public static String NewConsoleDialog_portHint;
	public static String NewConsoleDialog_ports;
	public static String NewConsoleDialog_searching;
	public static String NewConsoleDialog_speed;
	public static String NewConsoleDialog_taken;
	public static String NewConsoleDialog_title;
	public static String NewConsoleDialog_write;
	public static String OpenConsoleHandler_missing;
	public static String OpenConsoleHandler_tooltip;
	public static String SavedLog_failed;
	public static String SavedLog_itself;
	public static String SavedLog_saving;

	static {
		initializeMessages("dev.benchtop.ui.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
