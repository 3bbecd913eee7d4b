package dev.benchtop.disk.mux.usb;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String UsbLibrary_gone;
	public static String UsbLibrary_noInterface;
	public static String UsbLibrary_unusable;

	static {
		initializeMessages("dev.benchtop.disk.mux.usb.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
