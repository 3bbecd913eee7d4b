package dev.benchtop.image.copy;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String Copy_changed;
	static String Copy_changedNext;
	static String Copy_commit;
	static String Copy_failed;
	static String Copy_hash;
	static String Copy_hashWhyContent;
	static String Copy_hashWhyEither;
	static String Copy_hashWhyFile;
	static String Copy_hashNext;
	static String Copy_read;
	static String Copy_readNext;
	static String Copy_sync;
	static String Copy_tooLarge;
	static String Copy_write;
	static String Phase_commit;
	static String Phase_hash;
	static String Phase_sync;
	static String Phase_verify;
	static String Phase_write;
	static String Source_closed;
	static String Source_short;
	static String Verify_differs;
	static String Verify_differsNext;
	static String Verify_differsWhy;
	static String Verify_read;
	static String Verify_short;
	static String Verify_shortWhy;

	static {
		initializeMessages("dev.benchtop.image.copy.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
