package dev.benchtop.storage.opendal;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import javax.net.ssl.SSLSocket;

import dev.benchtop.storage.http.SystemTrust;
import dev.benchtop.storage.http.Url;

/**
 * One connection that speaks HTTP/1.1 (RFC 9112). It blocks, copies each byte once, and ends at once when another thread closes it.
 */
final class Wire implements Closeable {

	private static final int CONNECT_MILLIS = 20_000;
	private static final int BUFFER = 1 << 16;
	private static final int LONGEST_LINE = 1 << 14;
	private static final int MOST_LINES = 200;

	private final SocketChannel channel;
	private final Socket plain;
	private Socket socket;
	private InputStream in;
	private OutputStream out;
	private final byte[] ahead = new byte[BUFFER];
	private int from;
	private int to;

	Wire() throws IOException {
		channel = SocketChannel.open();
		plain = channel.socket();
	}

	void connect(Url origin) throws IOException {
		final String host = origin.host();
		final String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host; //$NON-NLS-1$
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
		plain.connect(new InetSocketAddress(InetAddress.getByName(bare), origin.port()), CONNECT_MILLIS);
		socket = origin.secure() ? secure(bare, origin.port()) : plain;
		in = socket.getInputStream();
		out = new BufferedOutputStream(socket.getOutputStream(), BUFFER);
	}

	private SSLSocket secure(String host, int port) throws IOException {
		plain.setSoTimeout(CONNECT_MILLIS);
		final var secure = (SSLSocket) SystemTrust.context().getSocketFactory().createSocket(plain, host, port, true);
		final var parameters = secure.getSSLParameters();
		parameters.setEndpointIdentificationAlgorithm("HTTPS"); //$NON-NLS-1$
		secure.setSSLParameters(parameters);
		secure.startHandshake();
		return secure;
	}

	/** Sends the lines before the body. */
	void head(String method, String target, Map<String, String> headers) throws IOException {
		final var text = new StringBuilder(method).append(' ').append(target).append(" HTTP/1.1\r\n"); //$NON-NLS-1$
		headers.forEach((name, value) -> text.append(name).append(": ").append(value).append("\r\n")); //$NON-NLS-1$ //$NON-NLS-2$
		out.write(text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1)); //$NON-NLS-1$
	}

	void body(byte[] data, int offset, int length) throws IOException {
		out.write(data, offset, length);
	}

	/** Sends all that remains of the data, without a copy where nothing has to be encrypted. */
	void body(ByteBuffer data) throws IOException {
		if (socket == plain) {
			out.flush();
			while (data.hasRemaining()) {
				channel.write(data);
			}
		} else if (data.hasArray()) {
			out.write(data.array(), data.arrayOffset() + data.position(), data.remaining());
			data.position(data.limit());
		} else {
			final byte[] copy = new byte[Math.min(BUFFER, data.remaining())];
			while (data.hasRemaining()) {
				final int count = Math.min(copy.length, data.remaining());
				data.get(copy, 0, count);
				out.write(copy, 0, count);
			}
		}
	}

	void flush() throws IOException {
		out.flush();
	}

	/** Whether something has come already, or the other side has ended the connection. */
	boolean answered() throws IOException {
		return from < to || in.available() > 0;
	}

	/** Waits for the status line and headers, and skips interim ones. */
	Reply reply(Duration patience, boolean bodyless, Link link) throws IOException {
		socket.setSoTimeout((int) patience.toMillis());
		while (true) {
			final String status = line();
			if (!status.startsWith("HTTP/1.") || status.length() < 12) { //$NON-NLS-1$
				throw new IOException(Messages.Wire_notHttp);
			}
			final int code = number(status.substring(9, 12), 10);
			final Map<String, String> headers = headers();
			if (code >= 200) {
				return new Reply(this, link, code, headers, bodyless || code == 204 || code == 304);
			}
		}
	}

	private Map<String, String> headers() throws IOException {
		final Map<String, String> headers = new HashMap<>();
		for (int i = 0; i < MOST_LINES; i++) {
			final String line = line();
			if (line.isEmpty()) {
				return headers;
			}
			final int colon = line.indexOf(':');
			if (colon > 0) {
				headers.put(line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
			}
		}
		throw new IOException(Messages.Wire_notHttp);
	}

	static int number(String text, int radix) throws IOException {
		try {
			return Integer.parseInt(text, radix);
		} catch (NumberFormatException e) {
			throw new IOException(Messages.Wire_notHttp, e);
		}
	}

	/** One line without its end. */
	String line() throws IOException {
		final var line = new StringBuilder();
		while (line.length() < LONGEST_LINE) {
			if (from == to && !more()) {
				throw new EOFException(Messages.Wire_ended);
			}
			final char c = (char) (ahead[from++] & 0xff);
			if (c == '\n') {
				final int end = line.length() - 1;
				return end >= 0 && line.charAt(end) == '\r' ? line.substring(0, end) : line.toString();
			}
			line.append(c);
		}
		throw new IOException(Messages.Wire_notHttp);
	}

	private boolean more() throws IOException {
		from = 0;
		to = Math.max(0, in.read(ahead, 0, ahead.length));
		return to > 0;
	}

	/** Reads some of the body; -1 where the connection ends. */
	int read(byte[] data, int offset, int length) throws IOException {
		if (from < to) {
			final int count = Math.min(length, to - from);
			System.arraycopy(ahead, from, data, offset, count);
			from += count;
			return count;
		}
		return in.read(data, offset, length);
	}

	@Override
	public void close() {
		try {
			channel.close(); // of TLS too: closing that one waits for a write that blocks
		} catch (IOException e) {
			// a connection that cannot even be closed is gone
		}
	}
}
