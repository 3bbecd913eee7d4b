package dev.benchtop.network.tcp;

import org.eclipse.osgi.util.NLS;

final class Messages extends NLS {

	public static String TcpPort_unknownHost;
	public static String TcpPort_unknownHostNext;

	static {
		NLS.initializeMessages(Messages.class.getPackageName() + ".messages", Messages.class); //$NON-NLS-1$
	}

	private Messages() {
	}
}
