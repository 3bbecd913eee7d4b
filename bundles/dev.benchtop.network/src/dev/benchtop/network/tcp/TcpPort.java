package dev.benchtop.network.tcp;

import java.net.InetSocketAddress;
import java.util.Map;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.NetworkPort;

/** A port of a board that has a name or an address of its own in the network. */
final class TcpPort implements NetworkPort {

	private static final Map<Integer, String> USUAL = Map.of(22, "ssh", 23, "telnet", 80, "http", 443, "https", 8080, "http", 5900, "vnc", 5901, "vnc"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$

	private final TcpConfig config;
	private final String place;

	TcpPort(TcpConfig config, String place) {
		this.config = config;
		this.place = place;
	}

	/** Asks for the name each time: the board may have got another address since. */
	@Override
	public InetSocketAddress address() throws BenchException {
		final var address = new InetSocketAddress(config.host().replaceAll("^\\[(.*)]$", "$1"), config.port()); //$NON-NLS-1$ //$NON-NLS-2$
		if (address.isUnresolved()) {
			throw BenchException.failed(NLS.bind(Messages.TcpPort_unknownHost, config.host())).where(place).next(Messages.TcpPort_unknownHostNext).build();
		}
		return address;
	}

	@Override
	public Optional<String> protocol() {
		return config.protocol().isBlank() ? Optional.ofNullable(USUAL.get(config.port())) : Optional.of(config.protocol());
	}
}
