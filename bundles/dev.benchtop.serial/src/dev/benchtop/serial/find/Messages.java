package dev.benchtop.serial.find;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String PortName_absent;
	public static String PortName_ambiguous;
	public static String PortName_plain;

	static {
		initializeMessages("dev.benchtop.serial.find.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
