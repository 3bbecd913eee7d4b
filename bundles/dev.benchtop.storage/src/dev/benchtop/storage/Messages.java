package dev.benchtop.storage;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String FileSystemStorage_failed;
	public static String FileSystemStorage_reached;
	public static String FileSystemStorage_reachedDetail;
	public static String FileSystemStorage_test;
	public static String FileSystemStorage_unreachable;

	static {
		initializeMessages("dev.benchtop.storage.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
