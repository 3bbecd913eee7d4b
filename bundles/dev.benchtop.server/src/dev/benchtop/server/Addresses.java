package dev.benchtop.server;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as texts. */
final class Addresses {

	private Addresses() {
	}

	/** {@code 127.0.0.1:69}, {@code [::1]:69}. */
	static String text(InetSocketAddress address) {
		return host(address.getAddress()) + ':' + address.getPort();
	}

	/** {@code tftp://10.0.2.2:6969/Image}; the port is left out where it is the usual one. */
	static String url(Protocol protocol, InetSocketAddress seen, String path) {
		return protocol.name() + "://" + (seen.getPort() == protocol.usualPort() ? host(seen.getAddress()) : text(seen)) + path; //$NON-NLS-1$
	}

	private static String host(InetAddress address) {
		final String text = address.getHostAddress().replaceFirst("%.*", ""); //$NON-NLS-1$ //$NON-NLS-2$
		return address instanceof Inet6Address ? '[' + text + ']' : text;
	}
}
