package dev.benchtop.cli.serve;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Diary_again;
	public static String Diary_failed;
	public static String Diary_file;
	public static String Diary_folder;
	public static String Diary_missing;
	public static String Diary_received;
	public static String Diary_sent;
	public static String Diary_stopWith;
	public static String ServeCommand_notThere;
	public static String ServeCommand_oneFolder;
	public static String ServeCommand_port;
	public static String ServeCommand_sameName;
	public static String ServeCommand_writableFolder;

	static {
		initializeMessages("dev.benchtop.cli.serve.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
