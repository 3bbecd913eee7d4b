package dev.benchtop.cli.console;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	static String ConsoleSession_closed;
	static String ConsoleSession_failed;
	static String ConsoleSession_held;
	static String ConsoleSession_heldKeys;
	static String ConsoleSession_heldNext;
	static String ConsoleSession_leave;
	static String ConsoleSession_lost;
	static String RawTerminal_failed;

	static {
		initializeMessages("dev.benchtop.cli.console.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
