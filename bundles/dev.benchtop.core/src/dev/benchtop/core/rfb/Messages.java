package dev.benchtop.core.rfb;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Clipboard_short;
	public static String CursorShapes_encoding;
	public static String CursorShapes_size;
	public static String Framebuffer_size;
	public static String Handshake_noPassword;
	public static String Handshake_refused;
	public static String Handshake_security;
	public static String Handshake_version;
	public static String Picture_notSaved;
	public static String Picture_silent;
	public static String Rect_outside;
	public static String RfbClient_ended;
	public static String RfbClient_message;
	public static String RfbClient_password;
	public static String RfbClient_refused;
	public static String RfbClient_silent;
	public static String RfbClient_wrong;
	public static String RfbInput_end;
	public static String RfbInput_text;
	public static String Tight_filter;
	public static String Tight_jpeg;
	public static String Tight_kind;
	public static String Updates_encoding;
	public static String ZlibStream_broken;
	public static String ZlibStream_ended;
	public static String ZlibStream_long;
	public static String ZlibStream_short;
	public static String Zrle_colour;
	public static String Zrle_kind;
	public static String Zrle_run;

	static {
		initializeMessages("dev.benchtop.core.rfb.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
