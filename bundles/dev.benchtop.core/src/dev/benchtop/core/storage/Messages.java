package dev.benchtop.core.storage;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Checksums_failed;
	public static String Checksums_phase;
	public static String Locations_empty;
	public static String Locations_escape;
	public static String Locations_localNext;
	public static String Locations_noBench;
	public static String Locations_noPath;
	public static String Locations_noScheme;
	public static String Locations_noSchemeNext;
	public static String Locations_noStorage;
	public static String Locations_otherHost;
	public static String PartFile_busy;
	public static String PartFile_changed;
	public static String PartFile_resumed;
	public static String PartFile_unchecked;
	public static String PathFailure_denied;
	public static String PathFailure_exists;
	public static String PathFailure_it;
	public static String PathFailure_missing;
	public static String PathFailure_notEmpty;
	public static String PathFailure_notFolder;
	public static String PathFailure_unsupported;
	public static String SignedForm_noHeaders;
	public static String SignedForm_readsOnly;
	public static String Source_changed;
	public static String Source_short;
	public static String StreamTransfer_folder;
	public static String TransferQueue_andMore;
	public static String TransferQueue_notSaved;
	public static String TransferQueue_secretNotKept;
	public static String TransferQueue_unreadable;
	public static String Transfer_cannotDelete;
	public static String Transfer_cannotMakeFolder;
	public static String Transfer_cannotRead;
	public static String Transfer_cannotWrite;
	public static String Transfer_copy;
	public static String Transfer_copyAndVerify;
	public static String Transfer_differs;
	public static String Transfer_exists;
	public static String Transfer_failed;
	public static String Transfer_intoItself;
	public static String Transfer_isFolder;
	public static String Transfer_isSpecial;
	public static String Transfer_move;
	public static String Transfer_noSpace;
	public static String Transfer_noSpaceWhy;
	public static String Transfer_same;
	public static String Transfer_sourceChanged;
	public static String Transfer_wrongSize;
	public static String Tree_badName;
	public static String Tree_special;
	public static String Upload_vanished;

	static {
		initializeMessages("dev.benchtop.core.storage.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
