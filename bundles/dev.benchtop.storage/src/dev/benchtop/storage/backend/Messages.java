package dev.benchtop.storage.backend;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	public static String NioBackend_outside;
	public static String NioBackend_separator;

	static {
		initializeMessages("dev.benchtop.storage.backend.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
