package dev.benchtop.ui.internal;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Arguments_noValue;
	public static String BenchtopApplication_command;
	public static String BenchtopApplication_locked;
	public static String BenchtopApplication_noDisplay;
	public static String BenchtopWindow_title;
	public static String GeneralPage_ask;
	public static String GeneralPage_confirm;
	public static String GeneralPage_dark;
	public static String GeneralPage_leaveOn;
	public static String GeneralPage_light;
	public static String GeneralPage_onQuit;
	public static String GeneralPage_switchOff;
	public static String GeneralPage_system;
	public static String GeneralPage_theme;
	public static String Quitting_areOn;
	public static String Quitting_cancel;
	public static String Quitting_isOn;
	public static String Quitting_leaveOn;
	public static String Quitting_question;
	public static String Quitting_remember;
	public static String Quitting_switchOff;
	public static String Quitting_switchingOff;
	public static String Quitting_title;
	public static String StatusLine_bench;
	public static String StatusLine_benchOneBoard;
	public static String StatusLine_noBench;
	public static String WindowSession_closing;
	public static String WindowSession_opening;
	public static String WindowSession_openingBoard;

	static {
		initializeMessages("dev.benchtop.ui.internal.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
