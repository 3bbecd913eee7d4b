package dev.benchtop.storage.http;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Exchange_attempts;
	public static String Exchange_closed;
	public static String Exchange_downgrade;
	public static String Exchange_movedUpload;
	public static String Exchange_noLocation;
	public static String Exchange_silent;
	public static String Exchange_tooMany;
	public static String Failures_at;
	public static String Failures_certificate;
	public static String Failures_noConnection;
	public static String Failures_noTls;
	public static String Failures_refused;
	public static String Failures_tls;
	public static String Failures_unknownHost;
	public static String Headers_bearer;
	public static String Headers_name;
	public static String Headers_own;
	public static String Headers_value;
	public static String HttpBackend_noCopy;
	public static String HttpBackend_noPresignLogin;
	public static String HttpBackend_noUpload;
	public static String HttpBackend_notFolder;
	public static String HttpBackend_outside;
	public static String HttpDriverFactory_insecure;
	public static String HttpDriverFactory_insecureWord;
	public static String HttpDriverFactory_twoLogins;
	public static String HttpDriverFactory_unusable;
	public static String HttpFacts_noLength;
	public static String IndexWalk_tooDeep;
	public static String Proxies_https;
	public static String Proxies_wrong;
	public static String ResumingStream_folder;
	public static String ResumingStream_short;
	public static String Status_said;
	public static String Trust_none;
	public static String Trust_unreadable;
	public static String UrlBackend_alone;
	public static String UrlResolver_unusable;
	public static String Url_host;
	public static String Url_notAbsolute;
	public static String Url_port;
	public static String Url_scheme;
	public static String Version_changed;
	public static String Version_changedLength;
	public static String Version_otherPart;

	static {
		initializeMessages("dev.benchtop.storage.http.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
