package dev.benchtop.serial.line;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String SocketTransport_unknownHost;

	static {
		initializeMessages("dev.benchtop.serial.line.messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
