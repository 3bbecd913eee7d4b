package dev.benchtop.ui.internal.command;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String CommandDialog_copy;
	public static String CommandDialog_line;
	public static String CommandDialog_notSaved;
	public static String CommandDialog_save;
	public static String CommandDialog_script;
	public static String CommandDialog_title;
	public static String CommandHandler_getting;
	public static String CommandHandler_missing;
	public static String CommandHandler_tooltip;

	static {
		initializeMessages("dev.benchtop.ui.internal.command.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
