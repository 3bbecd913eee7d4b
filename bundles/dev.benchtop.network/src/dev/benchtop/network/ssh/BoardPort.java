package dev.benchtop.network.ssh;

import java.net.InetSocketAddress;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.NetworkPort;
import dev.benchtop.core.driver.DriverContext;

/** Where the board's SSH server is reached: at a host of the configuration, or at the port of a node. */
record BoardPort(DriverContext context, SshConfig config) {

	private static final String CHILD = "tcp"; //$NON-NLS-1$

	InetSocketAddress address() throws BenchException {
		if (SshConfig.isSet(config.host())) {
			return new InetSocketAddress(config.host(), config.port());
		}
		return node().orElseThrow(this::missing).address();
	}

	private Optional<NetworkPort> node() throws BenchException {
		if (SshConfig.isSet(config.tcp())) {
			return context.named(config.tcp(), NetworkPort.class);
		}
		final var child = context.named(CHILD, NetworkPort.class);
		return child.isPresent() ? child : context.only(NetworkPort.class);
	}

	private BenchException missing() {
		final String why = SshConfig.isSet(config.tcp()) ? NLS.bind(Messages.BoardPort_noNode, config.tcp()) : Messages.BoardPort_noPort;
		return BenchException.usage(why).where(context.place()).next(Messages.BoardPort_sayPort).build();
	}
}
