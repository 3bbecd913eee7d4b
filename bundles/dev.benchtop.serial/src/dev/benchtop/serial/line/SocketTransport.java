package dev.benchtop.serial.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.console.LineTransport;

/** Plain bytes over a TCP or Unix socket. */
public final class SocketTransport implements LineTransport {

	private static final int CONNECT_MILLIS = 5000;

	@FunctionalInterface
	private interface Connecting {
		SocketChannel connect() throws IOException;
	}

	private final Connecting connecting;
	private final String detail;
	private final int charactersPerSecond;

	private SocketTransport(Connecting connecting, String detail, int charactersPerSecond) {
		this.connecting = connecting;
		this.detail = detail;
		this.charactersPerSecond = charactersPerSecond;
	}

	/** To a TCP port of a host, paced unless {@code charactersPerSecond} is 0. */
	public static SocketTransport tcp(HostPort peer, int charactersPerSecond) {
		return new SocketTransport(() -> tcp(known(peer)), "socket://" + peer, charactersPerSecond); //$NON-NLS-1$
	}

	/** To a Unix socket, paced unless {@code charactersPerSecond} is 0. */
	public static SocketTransport unix(Path path, int charactersPerSecond) {
		return new SocketTransport(() -> unix(UnixDomainSocketAddress.of(path)), "unix://" + path, charactersPerSecond); //$NON-NLS-1$
	}

	/**
	 * Where a host is now.
	 *
	 * @throws UnknownHostException with words for people
	 */
	public static InetSocketAddress known(HostPort peer) throws UnknownHostException {
		final var address = peer.address();
		if (address.isUnresolved()) {
			throw new UnknownHostException(NLS.bind(Messages.SocketTransport_unknownHost, peer.host()));
		}
		return address;
	}

	private static SocketChannel tcp(InetSocketAddress peer) throws IOException {
		final var channel = SocketChannel.open();
		try {
			channel.setOption(StandardSocketOptions.TCP_NODELAY, true).setOption(StandardSocketOptions.SO_KEEPALIVE, true);
			channel.socket().connect(peer, CONNECT_MILLIS);
			return channel;
		} catch (IOException e) {
			channel.close();
			throw e;
		}
	}

	private static SocketChannel unix(SocketAddress path) throws IOException {
		final var channel = SocketChannel.open(StandardProtocolFamily.UNIX);
		try {
			channel.connect(path);
			return channel;
		} catch (IOException e) {
			channel.close();
			throw e;
		}
	}

	@Override
	public Connection open() throws IOException {
		return new Streams(connecting.connect(), charactersPerSecond);
	}

	@Override
	public String detail() {
		return detail;
	}

	private static final class Streams implements Connection {

		private final SocketChannel channel;
		private final InputStream input;
		private final OutputStream output;

		Streams(SocketChannel channel, int charactersPerSecond) {
			this.channel = channel;
			input = Channels.newInputStream(channel);
			output = Pacer.of(new Unclosed(Channels.newOutputStream(channel)), charactersPerSecond);
		}

		@Override
		public InputStream input() {
			return input;
		}

		@Override
		public OutputStream output() {
			return new Unclosed(output);
		}

		@Override
		public void close() throws IOException {
			output.close();
			channel.close();
		}
	}
}
