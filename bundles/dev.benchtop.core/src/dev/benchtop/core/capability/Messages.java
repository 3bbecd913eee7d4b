package dev.benchtop.core.capability;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String FileServerVerbs_running;
	public static String FileServerVerbs_start;
	public static String FileServerVerbs_stop;
	public static String FileServerVerbs_stopped;
	public static String PowerVerbs_alreadyOff;
	public static String PowerVerbs_alreadyOn;
	public static String PowerVerbs_cycle;
	public static String PowerVerbs_off;
	public static String PowerVerbs_on;
	public static String PowerVerbs_wait;
	public static String SnapshotVerbs_delete;
	public static String SnapshotVerbs_deleteLoss;
	public static String SnapshotVerbs_load;
	public static String SnapshotVerbs_loadLoss;
	public static String SnapshotVerbs_name;
	public static String SnapshotVerbs_none;
	public static String SnapshotVerbs_note;
	public static String SnapshotVerbs_proposal;
	public static String SnapshotVerbs_save;

	static {
		initializeMessages("dev.benchtop.core.capability.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
