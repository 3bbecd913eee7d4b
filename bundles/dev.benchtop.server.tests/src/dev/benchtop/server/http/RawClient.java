package dev.benchtop.server.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A connection on which a test writes what it likes. */
final class RawClient implements AutoCloseable {

	private static final int TIMEOUT_MILLIS = 60_000;

	private final Socket socket = new Socket();
	private final InputStream in;

	RawClient(InetSocketAddress server) throws IOException {
		socket.connect(server, TIMEOUT_MILLIS);
		socket.setSoTimeout(TIMEOUT_MILLIS);
		in = new BufferedInputStream(socket.getInputStream());
	}

	void send(String text) throws IOException {
		send(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	void send(byte[] bytes) throws IOException {
		socket.getOutputStream().write(bytes);
		socket.getOutputStream().flush();
	}

	/** Says that nothing more comes. */
	void endOutput() throws IOException {
		socket.shutdownOutput();
	}

	Web.Reply reply(String method) throws IOException {
		final var head = head();
		final int status = Integer.parseInt(head.get("").split(" ")[1]);
		final boolean empty = method.equals("HEAD") || status == 204 || status == 304 || status == 100;
		final int length = empty ? 0 : Integer.parseInt(head.get("Content-Length"));
		return new Web.Reply(status, head, in.readNBytes(length));
	}

	/** The status line under an empty name, and the fields. */
	Map<String, String> head() throws IOException {
		final Map<String, String> fields = new LinkedHashMap<>();
		fields.put("", line());
		for (String line = line(); !line.isEmpty(); line = line()) {
			fields.put(line.substring(0, line.indexOf(": ")), line.substring(line.indexOf(": ") + 2));
		}
		return fields;
	}

	private String line() throws IOException {
		final var line = new ByteArrayOutputStream();
		for (int letter = in.read(); letter != '\n'; letter = in.read()) {
			if (letter < 0) {
				throw new EOFException(line.toString());
			}
			if (letter != '\r') {
				line.write(letter);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

	/** Whether the server closes without another byte. */
	boolean ends() throws IOException {
		return in.read() < 0;
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
