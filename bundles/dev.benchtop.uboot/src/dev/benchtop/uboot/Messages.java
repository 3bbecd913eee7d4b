package dev.benchtop.uboot;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String FlasherFactory_missing;
	public static String FlasherFactory_missingNext;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
