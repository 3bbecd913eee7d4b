package dev.benchtop.serial.telnet;

import java.io.IOException;

import org.apache.commons.net.telnet.TelnetClient;
import org.apache.commons.net.telnet.TelnetCommand;
import org.apache.commons.net.telnet.TelnetOption;

import dev.benchtop.serial.line.HostPort;
import dev.benchtop.serial.line.SocketTransport;

/** One connection by telnet (RFC 854). Bytes are sent by ourselves: the library's own stream makes a CR LF of each CR, and only as more comes. */
final class Session extends TelnetClient {

	private static final String TERMINAL = "XTERM"; //$NON-NLS-1$
	private static final int CONNECT_MILLIS = 5000;

	private volatile Outbox outbox;

	Session() {
		super(TERMINAL);
		setReaderThread(false);
		setConnectTimeout(CONNECT_MILLIS);
	}

	void connect(HostPort peer) throws IOException {
		connect(SocketTransport.known(peer).getAddress(), peer.port());
		setTcpNoDelay(true);
		setKeepAlive(true);
	}

	/** Sends the bytes of the user: IAC is doubled, and a CR stands alone (with a NUL) where the line is not binary. */
	void send(byte[] bytes, int offset, int length) throws IOException {
		synchronized (this) {
			final boolean binary = getLocalOptionState(TelnetOption.BINARY);
			final var escaped = new byte[2 * length];
			int at = 0;
			for (int i = offset; i < offset + length; i++) {
				escaped[at++] = bytes[i];
				if (bytes[i] == (byte) TelnetCommand.IAC) {
					escaped[at++] = bytes[i];
				} else if (bytes[i] == '\r' && !binary) {
					escaped[at++] = 0;
				}
			}
			outbox.write(escaped, 0, at);
		}
		outbox.drain();
	}

	@Override
	protected void _connectAction_() throws IOException {
		super._connectAction_();
		outbox = Outbox.start(_output_, String.valueOf(getRemoteAddress()));
		_output_ = outbox;
	}

	/** Ends a read or write that waits in another thread. */
	void close() throws IOException {
		if (outbox != null) {
			outbox.close();
		}
		if (_socket_ != null) {
			_socket_.close();
		}
	}
}
