package dev.benchtop.serial.line;

import java.net.InetSocketAddress;

/** A TCP port of a host; looked up anew for each connection. */
public record HostPort(String host, int port) {

	/** The address as it is now; unresolved where there is no such host. */
	public InetSocketAddress address() {
		return new InetSocketAddress(host, port);
	}

	/** {@code host:port}, an IPv6 address in brackets. */
	@Override
	public String toString() {
		return (host.indexOf(':') < 0 ? host : '[' + host + ']') + ':' + port;
	}
}
