package dev.benchtop.cli.command;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String BoardsCommand_error;
	public static String BoardsCommand_failed;
	public static String BoardsCommand_none;
	public static String BoardsCommand_untrusted;
	public static String CheckCommand_summary;
	public static String CheckCommand_warning;
	public static String Consents_lost;
	public static String Consents_name;
	public static String Consents_question;
	public static String Consents_sayYes;
	public static String Consents_unmount;
	public static String DoCommand_ambiguous;
	public static String DoCommand_badValue;
	public static String DoCommand_done;
	public static String DoCommand_noNode;
	public static String DoCommand_nodes;
	public static String DoCommand_noParameter;
	public static String DoCommand_noParameters;
	public static String DoCommand_notPossible;
	public static String DoCommand_noVerb;
	public static String DoCommand_oneOf;
	public static String DoCommand_parameters;
	public static String DoCommand_verbs;
	public static String DoCommand_whyNot;
	public static String DriversCommand_aliases;
	public static String DriversCommand_known;
	public static String DriversCommand_of;
	public static String DriversCommand_required;
	public static String DriversCommand_unknown;
	public static String DumpCommand_done;
	public static String DumpCommand_exists;
	public static String DumpCommand_failed;
	public static String DumpCommand_force;
	public static String FlashCommand_alsoOne;
	public static String FlashCommand_incomplete;
	public static String FlashCommand_noImage;
	public static String FlashCommand_nothing;
	public static String FlashCommand_nothingNext;
	public static String FlashCommand_oneHash;
	public static String FlashCommand_oneHashNext;
	public static String FlashCommand_sha256;
	public static String FlashCommand_twice;
	public static String FlashCommand_unchanged;
	public static String FlashCommand_verified;
	public static String FlashCommand_written;
	public static String FlashPlaces_noDisk;
	public static String FlashPlaces_seeDisks;
	public static String HistoryCommand_dump;
	public static String HistoryCommand_flash;
	public static String HistoryCommand_incomplete;
	public static String HistoryCommand_interrupted;
	public static String HistoryCommand_running;
	public static String HistoryCommand_unchanged;
	public static String HistoryCommand_verified;
	public static String HistoryCommand_written;
	public static String PowerCommand_defect;
	public static String PowerCommand_failed;
	public static String PowerCommand_noAction;
	public static String PowerReadings_noMeter;
	public static String SecretCommand_empty;
	public static String SecretCommand_nameMissing;
	public static String SecretCommand_prompt;
	public static String SecretCommand_removed;
	public static String SecretCommand_seeList;
	public static String SecretCommand_set;
	public static String SecretCommand_unknown;
	public static String SecretCommand_unreadable;
	public static String Sure_question;
	public static String Sure_sayYes;
	public static String Sure_yes;
	public static String Together_defect;
	public static String TrustCommand_trusted;
	public static String error;

	static {
		initializeMessages("dev.benchtop.cli.command.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
