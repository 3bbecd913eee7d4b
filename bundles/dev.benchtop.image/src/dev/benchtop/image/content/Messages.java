package dev.benchtop.image.content;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Checksums_unreadable;
	public static String Containers_archive;
	public static String Containers_archiveNext;
	public static String Containers_disk;
	public static String Containers_diskNext;
	public static String Containers_elf;
	public static String Containers_empty;
	public static String Containers_emptyNext;
	public static String Containers_packed;
	public static String Containers_packedNext;
	public static String Containers_text;
	public static String Gpt_backup;
	public static String Gpt_backupDamaged;
	public static String Gpt_missing;
	public static String Gpt_entries;
	public static String Inspector_about;
	public static String Inspector_raw;
	public static String Maps_otherSize;
	public static String Maps_unusable;
	public static String Maps_unusableNext;
	public static String Partitions_beyond;
	public static String Mbr_chain;
	public static String Types_unknown;

	static {
		initializeMessages("dev.benchtop.image.content.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
