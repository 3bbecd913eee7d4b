package dev.benchtop.cli.console;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String ConsoleSession_closed;
	public static String ConsoleSession_failed;
	public static String ConsoleSession_held;
	public static String ConsoleSession_heldKeys;
	public static String ConsoleSession_heldNext;
	public static String ConsoleSession_leave;
	public static String ConsoleSession_lost;
	public static String RawTerminal_failed;
	public static String PromptCommand_none;
	public static String PromptCommand_noneNext;

	static {
		initializeMessages("dev.benchtop.cli.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
