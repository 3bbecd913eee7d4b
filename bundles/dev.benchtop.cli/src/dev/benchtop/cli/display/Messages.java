package dev.benchtop.cli.display;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ScreenshotCommand_done;
	public static String ScreenshotCommand_exists;
	public static String ScreenshotCommand_force;

	static {
		initializeMessages("dev.benchtop.cli.display.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
