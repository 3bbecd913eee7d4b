package dev.benchtop.image;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {
	static String DeviceTarget_open;
	static String FileTarget_isFolder;
	static String FileTarget_open;

	static {
		initializeMessages("dev.benchtop.image.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
