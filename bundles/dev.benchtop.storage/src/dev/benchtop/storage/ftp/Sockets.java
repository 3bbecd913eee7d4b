package dev.benchtop.storage.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.Set;

import javax.net.ServerSocketFactory;
import javax.net.SocketFactory;

/** Makes the sockets of one connection and remembers them, so that closing them ends every call that blocks on one. */
final class Sockets extends SocketFactory {

	private final Set<Closeable> open = new HashSet<>();
	private boolean aborted;

	/** Closes all, and all that come later; never blocks. */
	void abort() {
		final Set<Closeable> due;
		synchronized (this) {
			aborted = true;
			due = Set.copyOf(open);
			open.clear();
		}
		due.forEach(Sockets::quietly);
	}

	synchronized boolean aborted() {
		return aborted;
	}

	/** Closes one; never blocks. */
	void close(Closeable socket) {
		forget(socket);
		quietly(socket);
	}

	private synchronized void forget(Closeable socket) {
		open.remove(socket);
	}

	private static void quietly(Closeable socket) {
		try {
			socket.close();
		} catch (IOException e) {
			// it is of no use any more
			return;
		}
	}

	private <T extends Closeable> T remember(T socket) throws IOException {
		synchronized (this) {
			if (!aborted) {
				open.add(socket);
				return socket;
			}
		}
		socket.close();
		throw new IOException(Messages.FtpBackend_closed);
	}

	@Override
	public Socket createSocket() throws IOException {
		return remember(new PeerSocket());
	}

	@Override
	public Socket createSocket(String host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(String host, int port, InetAddress local, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
	}

	@Override
	public Socket createSocket(InetAddress host, int port) throws IOException {
		return connected(new InetSocketAddress(host, port), null);
	}

	@Override
	public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) throws IOException {
		return connected(new InetSocketAddress(host, port), new InetSocketAddress(local, localPort));
	}

	private Socket connected(InetSocketAddress peer, InetSocketAddress local) throws IOException {
		final Socket socket = createSocket();
		socket.bind(local);
		socket.connect(peer);
		return socket;
	}

	/** For data connections that the server makes. */
	ServerSocketFactory listening() {
		return new ServerSocketFactory() {

			@Override
			public ServerSocket createServerSocket(int port) throws IOException {
				return createServerSocket(port, 1, null);
			}

			@Override
			public ServerSocket createServerSocket(int port, int backlog) throws IOException {
				return createServerSocket(port, backlog, null);
			}

			@Override
			public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
				return remember(new ServerSocket(port, backlog, address) {
					@Override
					public Socket accept() throws IOException {
						final var socket = new PeerSocket();
						implAccept(socket);
						return remember(socket);
					}

					@Override
					public void close() throws IOException {
						forget(this);
						super.close();
					}
				});
			}
		};
	}
}
