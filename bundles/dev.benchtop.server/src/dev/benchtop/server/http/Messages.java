package dev.benchtop.server.http;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String FolderIndex_modified;
	public static String FolderIndex_name;
	public static String FolderIndex_size;
	public static String FolderIndex_title;
	public static String Responder_brokenOff;
	public static String Responder_range;
	public static String Responder_ranges;
	public static String HttpServer_stopped;

	static {
		initializeMessages("dev.benchtop.server.http.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
