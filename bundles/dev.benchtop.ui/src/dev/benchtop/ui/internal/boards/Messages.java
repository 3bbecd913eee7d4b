package dev.benchtop.ui.internal.boards;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BoardPage_edit;
	public static String BoardPage_line;
	public static String BoardPage_openAt;
	public static String BoardPage_state;
	public static String BoardPage_text;
	public static String BoardsView_filter;
	public static String ContextMenu_asks;
	public static String ContextMenu_copyAddress;
	public static String ContextMenu_edit;
	public static String ContextMenu_text;
	public static String ContextMenu_whyNot;
	public static String ImageDrop_looking;
	public static String ImageDrop_none;
	public static String NodeRow_more;
	public static String NodeRow_moreTip;
	public static String NodeRow_targets;
	public static String TogetherDialog_done;
	public static String TogetherDialog_heading;
	public static String Tooltips_alias;
	public static String Tooltips_unsupported;
	public static String TrustPage_files;
	public static String TrustPage_tab;
	public static String TrustPage_text;
	public static String TrustPage_title;
	public static String TrustPage_trust;
	public static String TrustPage_unreadable;
	public static String VerbDialog_ask;
	public static String VerbDialog_destroys;
	public static String VerbDialog_interrupts;
	public static String VerbDialog_label;
	public static String VerbDialog_problem;
	public static String VerbDialog_question;
	public static String VerbRunner_running;
	public static String VerbRunner_title;
	public static String WelcomePage_emptyText;
	public static String WelcomePage_emptyTitle;
	public static String WelcomePage_import;
	public static String WelcomePage_importText;
	public static String WelcomePage_newBoard;
	public static String WelcomePage_newBoardFirstText;
	public static String WelcomePage_newBoardText;
	public static String WelcomePage_open;
	public static String WelcomePage_openText;
	public static String WelcomePage_recent;
	public static String WelcomePage_sample;
	public static String WelcomePage_sampleText;
	public static String WelcomePage_tab;
	public static String WelcomePage_text;
	public static String WelcomePage_title;

	static {
		initializeMessages("dev.benchtop.ui.internal.boards.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
