package dev.benchtop.ssh;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String FirstHostKey_changed;
	public static String FirstHostKey_file;
	public static String HostKeys_changed;
	public static String HostKeys_other;
	public static String HostKeys_unknown;
	public static String SshClients_key;
	public static String SshClients_noFile;
	public static String SshClients_noKey;
	public static String SshClients_notAllowed;

	static {
		initializeMessages("dev.benchtop.ssh.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
