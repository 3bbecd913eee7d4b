package dev.benchtop.cli.ssh;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String SshCommand_install;
	public static String SshCommand_noClient;
	public static String SshCommand_noFolder;

	static {
		initializeMessages("dev.benchtop.cli.ssh.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
