package dev.benchtop.ui.display;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String DisplayBar_fit;
	public static String DisplayBar_fixed;
	public static String DisplayBar_follow;
	public static String DisplayBar_fullScreen;
	public static String DisplayBar_giveClipboard;
	public static String DisplayBar_keys;
	public static String DisplayBar_picture;
	public static String DisplayBar_type;
	public static String DisplayBar_viewOnly;
	public static String DisplayConnection_defect;
	public static String DisplayNotices_again;
	public static String DisplayNotices_connect;
	public static String DisplayNotices_connecting;
	public static String DisplayNotices_missing;
	public static String DisplayNotices_notTaken;
	public static String DisplayNotices_now;
	public static String DisplayNotices_off;
	public static String DisplayNotices_password;
	public static String DisplayNotices_powerOn;
	public static String DisplayNotices_poweringOn;
	public static String DisplayNotices_untrusted;
	public static String DisplayNotices_waiting;
	public static String DisplayView_capsLock;
	public static String DisplayView_free;
	public static String DisplayView_grabbed;
	public static String DisplayView_keepsSize;
	public static String DisplayView_status;
	public static String DisplayView_title;
	public static String DisplayView_tooltip;
	public static String DisplayView_typing;
	public static String DisplayView_viewOnly;
	public static String FullScreen_hint;
	public static String FullScreen_leave;
	public static String OpenDisplayHandler_missing;
	public static String OpenDisplayHandler_tooltip;
	public static String PasswordRow_keep;
	public static String PasswordRow_password;
	public static String Passwords_keeping;
	public static String PictureFile_saving;
	public static String PictureFile_title;
	public static String Typist_progress;

	static {
		initializeMessages("dev.benchtop.ui.display.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
