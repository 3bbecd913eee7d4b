package dev.benchtop.qemu;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.qemu.HostForward.Protocol;

/** Chooses the ports of this machine that a run listens on. */
final class Ports {

	/** The name of the gdb stub among the ports. */
	static final String GDB = "gdb"; //$NON-NLS-1$

	private final String board;
	private final Map<String, Integer> before;

	/**
	 * For one start.
	 *
	 * @param before the ports of the run before, which are taken again where they can be
	 */
	Ports(String board, Map<String, Integer> before) {
		this.board = board;
		this.before = before;
	}

	/**
	 * The port of every forward, and of the gdb stub where there is one, by name.
	 *
	 * @throws BenchException if one that was asked for is taken, with who has it where that is known
	 */
	Map<String, Integer> choose(QemuConfig config) throws BenchException {
		final var ports = new LinkedHashMap<String, Integer>();
		for (final var port : Shape.ports(config).entrySet()) {
			ports.put(port.getKey(), choose(port.getKey(), port.getValue()));
		}
		return ports;
	}

	/**
	 * The same for a command line that is only shown: a port that was asked for is that port, taken or not.
	 *
	 * @param goes whether the run before still goes, and keeps its ports
	 */
	Map<String, Integer> foresee(QemuConfig config, boolean goes) throws BenchException {
		final var ports = new LinkedHashMap<String, Integer>();
		for (final var port : Shape.ports(config).entrySet()) {
			final String name = port.getKey();
			final int wanted = port.getValue().hostport();
			ports.put(name, goes && before.containsKey(name) ? before.get(name) : wanted != 0 ? wanted : choose(name, port.getValue()));
		}
		return ports;
	}

	private int choose(String name, HostForward forward) throws BenchException {
		try {
			if (forward.hostport() != 0) {
				return listen(forward, forward.hostport());
			}
			try {
				return listen(forward, before.getOrDefault(name, 0));
			} catch (IOException _) {
				return listen(forward, 0);
			}
		} catch (IOException e) {
			final var owner = PortOwner.of(forward.protocol(), forward.hostport());
			throw BenchException.failed(NLS.bind(Messages.Ports_taken, forward.hostport(), forward.hostaddr())).where(board)
					.why(owner.map(program -> NLS.bind(Messages.Ports_owner, program)).orElse(e.getMessage()))
					.next(NLS.bind(Messages.Ports_next, name)).build();
		}
	}

	private static int listen(HostForward forward, int port) throws IOException {
		final var address = new InetSocketAddress(forward.hostaddr().isEmpty() ? "0.0.0.0" : forward.hostaddr(), port); //$NON-NLS-1$
		if (forward.protocol() == Protocol.UDP) {
			try (var socket = new DatagramSocket(address)) {
				return socket.getLocalPort();
			}
		}
		try (var socket = new ServerSocket()) {
			socket.bind(address);
			return socket.getLocalPort();
		}
	}
}
