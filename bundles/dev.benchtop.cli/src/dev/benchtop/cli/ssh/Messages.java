package dev.benchtop.cli.ssh;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String SshCommand_install;
	public static String SshCommand_noClient;

	static {
		initializeMessages("dev.benchtop.cli.ssh.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
