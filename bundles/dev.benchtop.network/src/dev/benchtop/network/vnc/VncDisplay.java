package dev.benchtop.network.vnc;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.capability.NetworkPort;

/** A screen behind a socket. */
final class VncDisplay implements Display {

	private final VncConfig config;
	private final Optional<NetworkPort> port;
	private final String place;

	/** @param port where the screen is; empty for what the configuration says */
	VncDisplay(VncConfig config, Optional<NetworkPort> port, String place) {
		this.config = config;
		this.port = port;
		this.place = place;
	}

	@Override
	public ByteChannel open() throws BenchException {
		return config.socket() != null && port.isEmpty() ? unix() : network(port.isPresent() ? port.get().address() : address());
	}

	@Override
	public Optional<Secret> password() {
		return Optional.ofNullable(config.password());
	}

	private InetSocketAddress address() throws BenchException {
		final var address = new InetSocketAddress(config.host(), config.port());
		if (address.isUnresolved()) {
			throw failed(NLS.bind(Messages.VncDisplay_unknownHost, config.host())).next(Messages.VncDisplay_next).build();
		}
		return address;
	}

	private ByteChannel network(InetSocketAddress address) throws BenchException {
		final String shown = address.getHostString() + ':' + address.getPort();
		try {
			final var channel = SocketChannel.open();
			try {
				channel.socket().connect(address, (int) Math.min(Integer.MAX_VALUE, config.timeout().toMillis()));
				channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
				return channel;
			} catch (IOException e) {
				channel.close();
				throw e;
			}
		} catch (SocketTimeoutException _) {
			throw failed(NLS.bind(Messages.VncDisplay_timeout, shown, config.timeout().toSeconds())).next(Messages.VncDisplay_next).build();
		} catch (IOException e) {
			throw failed(NLS.bind(Messages.VncDisplay_unreachable, shown)).why(e).next(Messages.VncDisplay_next).build();
		}
	}

	private ByteChannel unix() throws BenchException {
		try {
			final var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
			try {
				channel.connect(UnixDomainSocketAddress.of(config.socket()));
				return channel;
			} catch (IOException e) {
				channel.close();
				throw e;
			}
		} catch (IOException e) {
			throw failed(NLS.bind(Messages.VncDisplay_unreachable, config.socket())).why(e).next(Messages.VncDisplay_next).build();
		}
	}

	private BenchException.Builder failed(String what) {
		return BenchException.failed(what).where(place);
	}
}
