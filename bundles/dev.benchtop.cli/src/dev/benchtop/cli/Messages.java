package dev.benchtop.cli;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Application_incomplete;
	public static String BenchFolder_none;
	public static String BenchFolder_noneNext;
	public static String Failures_defect;
	public static String Failures_defectNext;
	public static String Failures_help;
	public static String HelpOf_unknown;
	public static String Session_untrusted;
	public static String Session_untrustedNext;
	public static String Session_untrustedUses;
	public static String TerminalPerson_done;
	public static String TerminalPerson_request;

	static {
		initializeMessages("dev.benchtop.cli.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
