package dev.benchtop.image;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Backup_map;
	public static String Backup_mapFailed;
	public static String Backup_unreadable;
	public static String BlockMap_algorithm;
	public static String BlockMap_count;
	public static String BlockMap_damaged;
	public static String BlockMap_endless;
	public static String BlockMap_missing;
	public static String BlockMap_number;
	public static String BlockMap_overlap;
	public static String BlockMap_range;
	public static String BlockMap_unreadable;
	public static String BlockMap_unreadableNext;
	public static String BlockMap_version;
	public static String BlockMap_xml;
	public static String FileTarget_isDevice;
	public static String FileTarget_isFolder;
	public static String FileTarget_open;
	public static String Imaging_folder;
	public static String Imaging_odd;
	public static String Imaging_oddNext;
	public static String Imaging_read;
	public static String Imaging_readNext;
	public static String Imaging_refused;
	public static String Imaging_same;
	public static String Imaging_sameNext;
	public static String Imaging_sha256;
	public static String Imaging_sha256Next;
	public static String Imaging_tooLarge;
	public static String Imaging_tooLargeNext;
	public static String Imaging_tooLargeWhy;
	public static String Imaging_user;
	public static String PackedTarget_order;
	public static String Plan_hash;
	public static String Plan_inPlace;
	public static String Plan_mapped;
	public static String Plan_noVerify;
	public static String Plan_staged;
	public static String Plan_there;
	public static String Plan_unknownSize;
	public static String Plan_unpack;
	public static String Plan_verify;
	public static String Plan_write;

	static {
		initializeMessages("dev.benchtop.image.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
