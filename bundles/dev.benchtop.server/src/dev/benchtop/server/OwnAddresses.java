package dev.benchtop.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** The addresses of this machine, for messages. */
final class OwnAddresses {

	private OwnAddresses() {
	}

	static String words() {
		try {
			return NetworkInterface.networkInterfaces().flatMap(card -> addresses(card).stream()).map(OwnAddresses::word).sorted().collect(Collectors.joining(", ")); //$NON-NLS-1$
		} catch (IOException _) {
			return word(InetAddress.getLoopbackAddress());
		}
	}

	private static List<InetAddress> addresses(NetworkInterface card) {
		return Collections.list(card.getInetAddresses());
	}

	private static String word(InetAddress address) {
		return address.getHostAddress().replaceFirst("%.*", ""); //$NON-NLS-1$ //$NON-NLS-2$
	}
}
