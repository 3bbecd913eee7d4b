package dev.benchtop.uboot.payload;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String BlockMap_missing;
	public static String BlockMap_range;
	public static String BlockMap_unreadable;
	public static String BlockMap_unreadableNext;
	public static String Gathering_noRoom;
	public static String Gathering_otherMap;
	public static String Gathering_otherSize;
	public static String Payload_unreadable;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
