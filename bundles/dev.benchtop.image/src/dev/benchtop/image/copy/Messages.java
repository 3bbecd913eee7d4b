package dev.benchtop.image.copy;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Copy_changed;
	public static String Copy_changedNext;
	public static String Copy_commit;
	public static String Copy_failed;
	public static String Copy_hash;
	public static String Copy_hashWhyContent;
	public static String Copy_hashWhyEither;
	public static String Copy_hashWhyFile;
	public static String Copy_hashNext;
	public static String Copy_read;
	public static String Copy_readNext;
	public static String Copy_sync;
	public static String Copy_tooLarge;
	public static String Copy_write;
	public static String Map_size;
	public static String Map_sum;
	public static String Phase_commit;
	public static String Phase_hash;
	public static String Phase_sync;
	public static String Phase_verify;
	public static String Phase_write;
	public static String Source_closed;
	public static String Source_short;
	public static String Verify_differs;
	public static String Verify_differsNext;
	public static String Verify_differsWhy;
	public static String Verify_read;
	public static String Verify_short;
	public static String Verify_shortWhy;

	static {
		initializeMessages("dev.benchtop.image.copy.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
