package dev.benchtop.qemu;

import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.NetworkPort;

/** A port of this machine that leads to the board while it is on. */
final class ForwardedPort implements NetworkPort {

	private final String board;
	private final String name;
	private final HostForward forward;
	private final Optional<String> protocol;
	private final Supplier<Optional<Run>> current;

	/** {@code name} as the run knows it. */
	ForwardedPort(String board, String name, HostForward forward, Optional<String> protocol, Supplier<Optional<Run>> current) {
		this.board = board;
		this.name = name;
		this.forward = forward;
		this.protocol = protocol;
		this.current = current;
	}

	/** What is usually spoken on a port of a board. */
	static Optional<String> protocol(HostForward forward) {
		return Optional.ofNullable(switch (forward.guestport()) {
			case 22 -> "ssh"; //$NON-NLS-1$
			case 23 -> "telnet"; //$NON-NLS-1$
			case 80, 8080 -> "http"; //$NON-NLS-1$
			case 443 -> "https"; //$NON-NLS-1$
			case 5900 -> "vnc"; //$NON-NLS-1$
			default -> null;
		});
	}

	@Override
	public InetSocketAddress address() throws BenchException {
		final var run = current.get().orElseThrow(() -> BenchException.failed(NLS.bind(Messages.off, board)).next(Messages.switchOn).build());
		final Integer port = run.ports().get(name);
		if (port == null) {
			throw BenchException.failed(NLS.bind(Messages.ForwardedPort_later, name)).where(board).next(Messages.ForwardedPort_laterNext).build();
		}
		return forward.address(port);
	}

	@Override
	public Optional<String> protocol() {
		return protocol;
	}
}
