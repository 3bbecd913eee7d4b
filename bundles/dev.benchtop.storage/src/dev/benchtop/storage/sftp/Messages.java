package dev.benchtop.storage.sftp;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Connection_login;
	public static String SftpBackend_noCopy;
	public static String SftpBackend_noUrl;

	static {
		initializeMessages("dev.benchtop.storage.sftp.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
