package dev.benchtop.ui.internal.snapshots;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String OpenSnapshots_failed;
	public static String SnapshotLabels_disks;
	public static String SnapshotLabels_running;
	public static String SnapshotsHandler_missing;
	public static String SnapshotsHandler_tooltip;
	public static String SnapshotsView_kind;
	public static String SnapshotsView_name;
	public static String SnapshotsView_noBoard;
	public static String SnapshotsView_noPicture;
	public static String SnapshotsView_none;
	public static String SnapshotsView_note;
	public static String SnapshotsView_off;
	public static String SnapshotsView_select;
	public static String SnapshotsView_time;

	static {
		initializeMessages("dev.benchtop.ui.internal.snapshots.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
