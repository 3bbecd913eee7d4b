package dev.benchtop.cli.storage;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String CapabilityCommand_no;
	public static String CapabilityCommand_yes;
	public static String CatCommand_cannotPrint;
	public static String CatCommand_noJson;
	public static String CpCommand_input;
	public static String CpCommand_recursive;
	public static String Deletion_failed;
	public static String Deletion_file;
	public static String Deletion_files;
	public static String Deletion_filled;
	public static String Deletion_folders;
	public static String Deletion_oneFile;
	public static String Deletion_oneFolder;
	public static String Deletion_tree;
	public static String MkdirCommand_failed;
	public static String MvCommand_root;
	public static String Place_unreadable;
	public static String PresignCommand_impossible;
	public static String RmCommand_missing;
	public static String RmCommand_recursive;
	public static String RmCommand_root;
	public static String RmCommand_rootNext;
	public static String Targets_noFolder;
	public static String Targets_noFolderNext;
	public static String TransferArguments_existsNext;
	public static String TransferArguments_file;
	public static String TransferArguments_files;
	public static String TransferArguments_renamed;
	public static String TransferArguments_skipped;
	public static String Walk_failed;
	public static String error;
	public static String isFolder;
	public static String noStorage;

	static {
		initializeMessages("dev.benchtop.cli.storage.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
