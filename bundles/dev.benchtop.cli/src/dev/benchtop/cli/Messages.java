package dev.benchtop.cli;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	static String Application_incomplete;
	static String BenchFolder_none;
	static String BenchFolder_noneNext;
	static String Failures_defect;
	static String Failures_defectNext;
	static String Failures_help;
	static String Session_untrusted;
	static String Session_untrustedNext;
	static String Session_untrustedUses;

	static {
		initializeMessages("dev.benchtop.cli.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
