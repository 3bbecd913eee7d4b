package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;

/** A TFTP server that runs. */
public final class TftpServer implements AutoCloseable {

	private final Loop loop;

	private TftpServer(Loop loop) {
		this.loop = loop;
	}

	/**
	 * Starts a server.
	 *
	 * @param bind where it listens; port 0 for any free one
	 * @throws java.net.BindException where the port is taken, the address is not one of this machine, or the right is missing
	 */
	public static TftpServer start(InetSocketAddress bind, TftpFiles files, TftpSettings settings, TftpListener listener) throws IOException {
		return new TftpServer(Loop.start(bind, files, settings, listener));
	}

	/** The address it is bound to. */
	public InetSocketAddress address() {
		return loop.address();
	}

	/** Tells all clients that it stops, and gives address, threads and files back. */
	@Override
	public void close() {
		loop.close();
	}
}
