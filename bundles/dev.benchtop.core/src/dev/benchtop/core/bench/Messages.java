package dev.benchtop.core.bench;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BenchEditor_badName;
	public static String BenchEditor_cannotRead;
	public static String BenchEditor_cannotSave;
	public static String BenchEditor_changed;
	public static String BenchEditor_changedNext;
	public static String BenchEditor_exists;
	public static String BenchEditor_notUtf8;
	public static String BenchEditor_notYaml;
	public static String Desk_noFolder;

	static {
		initializeMessages("dev.benchtop.core.bench.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
