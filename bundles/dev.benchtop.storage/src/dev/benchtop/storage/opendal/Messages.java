package dev.benchtop.storage.opendal;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Calls_presign;
	public static String Flags_copy;
	public static String Flags_delete;
	public static String Flags_folder;
	public static String Flags_list;
	public static String Flags_presign;
	public static String Flags_read;
	public static String Flags_rename;
	public static String Flags_write;
	public static String Leftovers_stay;
	public static String Link_at;
	public static String Link_certificate;
	public static String Link_refused;
	public static String Link_silent;
	public static String Link_unknownHost;
	public static String Native_missing;
	public static String Native_silent;
	public static String OpendalDriverFactory_needs;
	public static String S3Listing_unreadable;
	public static String S3Upload_big;
	public static String S3Parts_noId;
	public static String Schemes_all;
	public static String Schemes_ftpNext;
	public static String Schemes_ftpWhy;
	public static String Schemes_near;
	public static String Schemes_unknown;
	public static String ServerWords_says;
	public static String WholeUpload_big;
	public static String Wire_ended;
	public static String Wire_notHttp;
	public static String changed;
	public static String closed;
	public static String file;
	public static String folder;
	public static String intoItself;
	public static String notEmpty;
	public static String notFolder;

	static {
		initializeMessages("dev.benchtop.storage.opendal.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
