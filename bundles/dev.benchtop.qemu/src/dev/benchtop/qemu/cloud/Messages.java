package dev.benchtop.qemu.cloud;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String CloudInit_write;
	public static String SeedFile_begin;
	public static String SeedFile_long;
	public static String SeedFile_nameKey;
	public static String SeedFile_noKey;
	public static String SeedFile_unknown;
	public static String SeedFile_unreadable;

	static {
		initializeMessages("dev.benchtop.qemu.cloud.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
