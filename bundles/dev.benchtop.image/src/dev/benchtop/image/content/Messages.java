package dev.benchtop.image.content;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String Checksums_unreadable;
	static String Containers_archive;
	static String Containers_archiveNext;
	static String Containers_disk;
	static String Containers_diskNext;
	static String Containers_elf;
	static String Containers_empty;
	static String Containers_emptyNext;
	static String Containers_nested;
	static String Containers_nestedNext;
	static String Containers_packed;
	static String Containers_packedNext;
	static String Containers_sparse;
	static String Containers_sparseNext;
	static String Containers_text;
	static String Gpt_backup;
	static String Gpt_backupDamaged;
	static String Gpt_missing;
	static String Gpt_entries;
	static String Partitions_beyond;
	static String Partitions_overlap;
	static String Mbr_chain;
	static String Types_unknown;

	static {
		initializeMessages("dev.benchtop.image.content.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
