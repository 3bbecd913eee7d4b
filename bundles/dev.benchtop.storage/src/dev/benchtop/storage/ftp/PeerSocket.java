package dev.benchtop.storage.ftp;

import java.net.Socket;

/**
 * A socket that can say that its peer has another port. Java keeps TLS sessions by host and port: a data connection that shows the port of
 * its control connection goes on with that one's session, which many servers want to see.
 */
final class PeerSocket extends Socket {

	private volatile int shown;

	/** Shows another port from now on. */
	void show(int port) {
		shown = port;
	}

	@Override
	public int getPort() {
		return shown == 0 ? super.getPort() : shown;
	}
}
