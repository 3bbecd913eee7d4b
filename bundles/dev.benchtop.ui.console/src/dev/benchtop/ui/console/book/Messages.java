package dev.benchtop.ui.console.book;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BookDialog_bell;
	public static String BookDialog_boardOnly;
	public static String BookDialog_enter;
	public static String BookDialog_macros;
	public static String BookDialog_macrosHelp;
	public static String BookDialog_message;
	public static String BookDialog_name;
	public static String BookDialog_noName;
	public static String BookDialog_noSeconds;
	public static String BookDialog_notify;
	public static String BookDialog_pattern;
	public static String BookDialog_seconds;
	public static String BookDialog_send;
	public static String BookDialog_steps;
	public static String BookDialog_stepsHelp;
	public static String BookDialog_title;
	public static String BookDialog_triggers;
	public static String BookDialog_triggersHelp;
	public static String BookDialog_waitFor;
	public static String ConsoleBook_broken;
	public static String ConsoleBook_brokenNext;
	public static String ConsoleBook_noPattern;
	public static String ConsoleBook_unread;
	public static String ConsoleBook_unsaved;
	public static String MacroRun_by;
	public static String RowTable_add;
	public static String RowTable_down;
	public static String RowTable_remove;
	public static String RowTable_up;

	static {
		initializeMessages("dev.benchtop.ui.console.book.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
