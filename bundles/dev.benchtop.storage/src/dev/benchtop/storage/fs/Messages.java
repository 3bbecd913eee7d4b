package dev.benchtop.storage.fs;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Failures_broken;
	public static String Failures_changed;
	public static String Failures_denied;
	public static String Failures_exists;
	public static String Failures_isFolder;
	public static String Failures_missing;
	public static String Failures_notEmpty;
	public static String Failures_notFolder;
	public static String Failures_reason;
	public static String OpenMode_option;
	public static String OpenMode_readWrite;
	public static String Operation_copy;
	public static String Operation_createFolder;
	public static String Operation_delete;
	public static String Operation_list;
	public static String Operation_look;
	public static String Operation_presign;
	public static String Operation_read;
	public static String Operation_rename;
	public static String Operation_write;
	public static String Relocation_atomic;
	public static String Relocation_inside;
	public static String ResumingInput_short;
	public static String StoragePath_nul;
	public static String StorageProvider_execute;
	public static String StorageProvider_noUri;
	public static String StorageProvider_unknown;
	public static String presignFailed;
	public static String root;
	public static String sequential;
	public static String shorter;
	public static String whole;

	static {
		initializeMessages("dev.benchtop.storage.fs.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
