package dev.benchtop.network.ssh;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String BoardPort_noNode;
	public static String BoardPort_noPort;
	public static String BoardPort_sayPort;
	public static String Login_closed;
	public static String Login_failed;
	public static String Login_later;
	public static String Login_silent;
	public static String RemoteCommand_lost;
	public static String SshDriverFactory_twoKeys;
	public static String SshDriver_closed;
	public static String SshDriver_connecting;
	public static String SshDriver_open;
	public static String SshDriver_shellEnded;
	public static String SshDriver_start;
	public static String SshDriver_waiting;
	public static String SystemClient_folder;
	public static String SystemClient_identity;

	static {
		initializeMessages("dev.benchtop.network.ssh.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
