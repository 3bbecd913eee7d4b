package dev.benchtop.server;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.UnknownHostException;
import java.util.Collections;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.driver.DriverContext;

/**
 * Where a server listens, and what the board is told.
 *
 * @param bind port 0 where any will do
 * @param seen how the board sees that address; port 0 where it is the port that is bound
 */
record Route(InetSocketAddress bind, InetSocketAddress seen) {

	/** Picks the address that the board can reach. */
	static final String AUTO = "auto"; //$NON-NLS-1$

	/** An address that nobody has (RFC 5737): asked for the way to it, the system names the card that leads to other machines. */
	private static final byte[] ELSEWHERE = {(byte) 192, 0, 2, 1};
	private static final int DISCARD = 9;

	/** The route for a server that is told {@code host} and {@code port} in its configuration. */
	static Route of(String host, int port, String protocol, DriverContext context) throws BenchException {
		return of(host, port, protocol, host.isEmpty() || host.equals(AUTO) ? context.only(HostLink.class) : Optional.empty(), context.board() + '/' + context.node());
	}

	/** The same where nothing but {@code link} is known of the board. */
	static Route of(String host, int port, String protocol, Optional<HostLink> link, String where) throws BenchException {
		if (!host.isEmpty() && !host.equals(AUTO)) {
			final var bind = new InetSocketAddress(address(host, where), port);
			return new Route(bind, bind.getAddress().isAnyLocalAddress() ? new InetSocketAddress(towardsOthers(), 0) : new InetSocketAddress(bind.getAddress(), 0));
		}
		if (link.isPresent()) {
			final var route = link.get().route(protocol, protocol.equals("tftp")); //$NON-NLS-1$
			final int bound = port == 0 ? route.bind().getPort() : port;
			return new Route(new InetSocketAddress(route.bind().getAddress(), bound), new InetSocketAddress(route.seen().getAddress(), 0));
		}
		final var own = towardsOthers();
		return new Route(new InetSocketAddress(own, port), new InetSocketAddress(own, 0));
	}

	/** What the board is told of a server that is bound to {@code address}. */
	InetSocketAddress seenOf(InetSocketAddress address) {
		return new InetSocketAddress(seen.getAddress(), address.getPort());
	}

	private static InetAddress address(String host, String where) throws BenchException {
		try {
			return InetAddress.getByName(host);
		} catch (UnknownHostException e) {
			throw BenchException.usage(NLS.bind(Messages.Route_unknownHost, host)).where(where)
					.next(NLS.bind(Messages.Route_ownAddresses, OwnAddresses.words())).build();
		}
	}

	/** This machine's address on the card that leads to other machines; that of the machine alone where there is no such card. */
	static InetAddress towardsOthers() {
		try (var socket = new DatagramSocket()) {
			socket.connect(InetAddress.getByAddress(ELSEWHERE), DISCARD);
			final var source = socket.getLocalAddress();
			if (!source.isAnyLocalAddress()) {
				return source;
			}
		} catch (IOException | java.io.UncheckedIOException _) {
			return anyCard();
		}
		return anyCard();
	}

	private static InetAddress anyCard() {
		try {
			for (final var card : Collections.list(NetworkInterface.getNetworkInterfaces())) {
				for (final var address : Collections.list(card.getInetAddresses())) {
					if (card.isUp() && !card.isLoopback() && address instanceof Inet4Address) {
						return address;
					}
				}
			}
		} catch (IOException _) {
			return InetAddress.getLoopbackAddress();
		}
		return InetAddress.getLoopbackAddress();
	}
}
