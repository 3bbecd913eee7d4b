package dev.benchtop.cli.machine;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String ResizeCommand_form;
	public static String SnapshotCommand_delete;
	public static String SnapshotCommand_deleteLoss;
	public static String SnapshotCommand_load;
	public static String SnapshotCommand_loadLoss;
	public static String SnapshotCommand_noName;
	public static String SnapshotCommand_off;
	public static String SnapshotCommand_on;
	public static String VerbTwin_done;
	public static String VerbTwin_none;
	public static String VerbTwin_notPossible;
	public static String VerbTwin_see;

	static {
		initializeMessages("dev.benchtop.cli.machine.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
