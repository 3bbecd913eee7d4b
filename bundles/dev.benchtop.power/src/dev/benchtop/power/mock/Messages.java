package dev.benchtop.power.mock;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String MockOutlet_failed;
	public static String MockOutlet_label;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
