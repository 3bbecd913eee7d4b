package dev.benchtop.cli.command;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	static String BoardsCommand_error;
	static String BoardsCommand_failed;
	static String BoardsCommand_none;
	static String BoardsCommand_untrusted;
	static String CheckCommand_summary;
	static String CheckCommand_warning;
	static String DoCommand_ambiguous;
	static String DoCommand_badValue;
	static String DoCommand_destroys;
	static String DoCommand_done;
	static String DoCommand_noNode;
	static String DoCommand_nodes;
	static String DoCommand_noParameter;
	static String DoCommand_noParameters;
	static String DoCommand_notPossible;
	static String DoCommand_noVerb;
	static String DoCommand_oneOf;
	static String DoCommand_parameters;
	static String DoCommand_question;
	static String DoCommand_sayYes;
	static String DoCommand_verbs;
	static String DoCommand_whyNot;
	static String DoCommand_yes;
	static String DriversCommand_aliases;
	static String DriversCommand_known;
	static String DriversCommand_of;
	static String DriversCommand_required;
	static String DriversCommand_unknown;
	static String DumpCommand_done;
	static String DumpCommand_exists;
	static String DumpCommand_failed;
	static String DumpCommand_force;
	static String FlashCommand_incomplete;
	static String FlashCommand_noImage;
	static String FlashCommand_noPath;
	static String FlashCommand_unchanged;
	static String FlashCommand_verified;
	static String FlashCommand_written;
	static String HistoryCommand_dump;
	static String HistoryCommand_flash;
	static String HistoryCommand_incomplete;
	static String HistoryCommand_interrupted;
	static String HistoryCommand_running;
	static String HistoryCommand_unchanged;
	static String HistoryCommand_verified;
	static String HistoryCommand_written;
	static String PowerCommand_readings;
	static String SecretCommand_empty;
	static String SecretCommand_nameMissing;
	static String SecretCommand_prompt;
	static String SecretCommand_removed;
	static String SecretCommand_seeList;
	static String SecretCommand_set;
	static String SecretCommand_unknown;
	static String SecretCommand_unreadable;
	static String TrustCommand_trusted;
	static String error;

	static {
		initializeMessages("dev.benchtop.cli.command.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
