package dev.benchtop.core;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BenchException_cancelled;
	public static String ByteSize_invalid;
	public static String PrivateFiles_notOurs;
	public static String Program_late;
	public static String Program_name;
	public static String Program_notStarted;
	public static String Program_notStartedNext;
	public static String Program_status;
	public static String Reasons_accessDenied;
	public static String Reasons_alreadyExists;
	public static String Reasons_noSuchFile;

	static {
		initializeMessages("dev.benchtop.core.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
