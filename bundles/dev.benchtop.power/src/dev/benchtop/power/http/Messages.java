package dev.benchtop.power.http;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String HttpCaller_badRequest;
	public static String HttpCaller_badRequestNext;
	public static String HttpCaller_badUrl;
	public static String HttpCaller_broken;
	public static String HttpCaller_certificate;
	public static String HttpCaller_certificateNext;
	public static String HttpCaller_login;
	public static String HttpCaller_notFound;
	public static String HttpCaller_status;
	public static String HttpCaller_timeout;
	public static String HttpCaller_unknownHost;
	public static String HttpCaller_unreachable;
	public static String HttpCaller_unreachableNext;
	public static String HttpPowerConfig_noHost;
	public static String HttpPowerConfig_noUrls;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
