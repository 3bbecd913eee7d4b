package dev.benchtop.image.format;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String Broken_checksum;
	static String Broken_corrupt;
	static String Broken_corruptBecause;
	static String Broken_garbage;
	static String Broken_truncated;
	static String Gzip_length;
	static String Gzip_method;
	static String Lz4_dictionary;
	static String Lz4_reserved;
	static String Lz4_sequence;
	static String Lz4_size;
	static String Parallel_closed;
	static String Xz_footer;
	static String Xz_memory;

	static {
		initializeMessages("dev.benchtop.image.format.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
