package dev.benchtop.storage.ftp;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String FtpBackend_closed;
	public static String FtpBackend_lineBreak;
	public static String FtpBackend_noCopy;
	public static String FtpBackend_noPresign;
	public static String FtpConnection_size;
	public static String FtpDownload_closed;
	public static String Replies_silent;
	public static String Replies_unknownHost;
	public static String Replies_untrusted;

	static {
		initializeMessages("dev.benchtop.storage.ftp.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
