package dev.benchtop.storage.local;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String LocalBackend_noUrl;

	static {
		initializeMessages("dev.benchtop.storage.local.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
