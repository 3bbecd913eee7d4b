package dev.benchtop.core;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String BenchException_cancelled;
	static String ByteSize_invalid;
	static String Reasons_accessDenied;
	static String Reasons_alreadyExists;
	static String Reasons_noSuchFile;

	static {
		initializeMessages("dev.benchtop.core.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
