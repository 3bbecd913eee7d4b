package dev.benchtop.core.flash;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String Flashing_dump;
	public static String Flashing_flash;
	public static String Flashing_noTargets;
	public static String Flashing_noSuchTarget;
	public static String Flashing_noSuchTargetNext;
	public static String Flashing_cannotDismiss;
	public static String Flashing_takenOver;
	public static String Run_defect;
	public static String Run_detail;
	public static String Run_goesOn;
	public static String Run_goesOnNext;
	public static String Run_noJournal;
	public static String Run_percent;
	public static String Run_takenBy;

	static {
		initializeMessages("dev.benchtop.core.flash.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
