package dev.benchtop.uboot.payload;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String Gathering_noRoom;
	public static String Payload_unreadable;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
