package dev.benchtop.network.vnc;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String VncDisplay_next;
	public static String VncDisplay_timeout;
	public static String VncDisplay_unknownHost;
	public static String VncDisplay_unreachable;
	public static String VncFactory_nowhere;
	public static String VncFactory_nowhereNext;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
