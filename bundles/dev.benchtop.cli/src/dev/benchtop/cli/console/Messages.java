package dev.benchtop.cli.console;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String ConsoleCommand_noPort;
	public static String ConsoleCommand_noPortNext;
	public static String ConsoleCommand_which;
	public static String ConsoleCommand_whichNext;
	public static String ConsoleSession_asserted;
	public static String ConsoleSession_closed;
	public static String ConsoleSession_connecting;
	public static String ConsoleSession_failed;
	public static String ConsoleSession_held;
	public static String ConsoleSession_heldKeys;
	public static String ConsoleSession_heldNext;
	public static String ConsoleSession_leave;
	public static String ConsoleSession_line;
	public static String ConsoleSession_lost;
	public static String ConsoleSession_noLines;
	public static String ConsoleSession_released;
	public static String FoundPorts_none;
	public static String PromptCommand_none;
	public static String PromptCommand_noneNext;
	public static String RawTerminal_failed;
	public static String Transcript_noLog;

	static {
		initializeMessages("dev.benchtop.cli.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
