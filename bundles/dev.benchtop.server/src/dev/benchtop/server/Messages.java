package dev.benchtop.server;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String BindFailure_failed;
	public static String BindFailure_grant;
	public static String BindFailure_noRight;
	public static String BindFailure_notOurs;
	public static String BindFailure_otherPort;
	public static String BindFailure_someone;
	public static String BindFailure_taken;
	public static String BoardFileServer_badName;
	public static String BoardFileServer_detail;
	public static String BoardFileServer_error;
	public static String BoardFileServer_goodNames;
	public static String BoardFileServer_noFile;
	public static String BoardFileServer_notRunning;
	public static String BoardFileServer_off;
	public static String BoardFileServer_on;
	public static String BoardFileServer_oneTransfer;
	public static String BoardFileServer_startIt;
	public static String BoardFileServer_stopped;
	public static String BoardFileServer_transfers;
	public static String PortHolder_process;
	public static String PortHolder_self;
	public static String Roots_bothGiven;
	public static String Roots_noFolder;
	public static String Roots_noStorage;
	public static String Roots_storages;
	public static String Route_ownAddresses;
	public static String Route_unknownHost;
	public static String TftpProtocol_probed;

	static {
		initializeMessages("dev.benchtop.server.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
