package dev.benchtop.image.format;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Archive_broken;
	public static String Archive_crc;
	public static String Archive_map;
	public static String Archive_none;
	public static String Archive_open;
	public static String Archive_several;
	public static String Archive_size;
	public static String Archive_unreadable;
	public static String Broken_checksum;
	public static String Broken_corrupt;
	public static String Broken_corruptBecause;
	public static String Broken_garbage;
	public static String Broken_truncated;
	public static String Disk_feature;
	public static String Disk_head;
	public static String Disk_stream;
	public static String Gzip_length;
	public static String Gzip_method;
	public static String Layers_deep;
	public static String Lz4_dictionary;
	public static String Lz4_reserved;
	public static String Lz4_sequence;
	public static String Lz4_size;
	public static String Parallel_closed;
	public static String Qcow_afar;
	public static String Qcow_base;
	public static String Qcow_marked;
	public static String Qcow_strange;
	public static String Sparse_blocks;
	public static String Sparse_chunk;
	public static String Sparse_head;
	public static String Sparse_length;
	public static String Sparse_version;
	public static String Xz_footer;
	public static String Xz_memory;

	static {
		initializeMessages("dev.benchtop.image.format.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
