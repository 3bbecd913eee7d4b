package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/** The one thread that serves all clients. */
final class Loop {

	private final DatagramChannel door;
	private final InetSocketAddress address;

	private Loop(DatagramChannel door) throws IOException {
		this.door = door;
		this.address = (InetSocketAddress) door.getLocalAddress();
	}

	static Loop start(InetSocketAddress bind, TftpFiles files, TftpSettings settings, TftpListener listener) throws IOException {
		return new Loop(DatagramChannel.open().bind(bind));
	}

	InetSocketAddress address() {
		return address;
	}

	void close() {
		try {
			door.close();
		} catch (final IOException e) {
			throw new java.io.UncheckedIOException(e);
		}
	}
}
