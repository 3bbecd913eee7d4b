package dev.benchtop.storage.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

import javax.net.ServerSocketFactory;

/** A small HTTP server that answers as it is told, with all faults that a server can have. */
public final class ScriptedServer implements AutoCloseable {

	/** What came, byte for byte: {@code target} as it stands in the request line. */
	public record Request(String method, String target, Map<String, String> headers, byte[] body) {

		/** A header by its name in lower case; empty where it did not come. */
		public String header(String name) {
			return headers.getOrDefault(name, "");
		}
	}

	private final ServerSocket socket;
	private final Function<Request, Reply> script;
	private final List<Request> requests = new CopyOnWriteArrayList<>();
	private final Set<Socket> connections = ConcurrentHashMap.newKeySet();

	private ScriptedServer(ServerSocketFactory factory, Function<Request, Reply> script) throws IOException {
		this.script = script;
		this.socket = factory.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
		Thread.ofVirtual().start(this::accept);
	}

	public static ScriptedServer start(Function<Request, Reply> script) throws IOException {
		return new ScriptedServer(ServerSocketFactory.getDefault(), script);
	}

	/** The same with sockets of another kind, for TLS. */
	public static ScriptedServer start(ServerSocketFactory factory, Function<Request, Reply> script) throws IOException {
		return new ScriptedServer(factory, script);
	}

	public int port() {
		return socket.getLocalPort();
	}

	/** {@code http://127.0.0.1:PORT}. */
	public String url() {
		return "http://127.0.0.1:" + port();
	}

	/** All that came so far. */
	public List<Request> requests() {
		return List.copyOf(requests);
	}

	private void accept() {
		try {
			while (true) {
				final Socket connection = socket.accept();
				connections.add(connection);
				Thread.ofVirtual().start(() -> serve(connection));
			}
		} catch (final IOException e) {
			connections.forEach(ScriptedServer::end);
		}
	}

	private void serve(Socket connection) {
		try (connection) {
			final var in = new BufferedInputStream(connection.getInputStream());
			while (true) {
				final Request request = read(in);
				requests.add(request);
				if (!script.apply(request).send(request, connection)) {
					return;
				}
			}
		} catch (final IOException | UncheckedIOException e) {
			connections.remove(connection); // the client went away, which clients may do
		}
	}

	private static Request read(InputStream in) throws IOException {
		final String[] first = line(in).split(" ");
		final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		for (String line = line(in); !line.isEmpty(); line = line(in)) {
			final int colon = line.indexOf(':');
			headers.put(line.substring(0, colon), line.substring(colon + 1).strip());
		}
		final byte[] body = in.readNBytes(Integer.parseInt(headers.getOrDefault("content-length", "0")));
		return new Request(first[0], first[1], headers, body);
	}

	private static String line(InputStream in) throws IOException {
		final var line = new ByteArrayOutputStream();
		for (int b = in.read(); b != '\n'; b = in.read()) {
			if (b < 0) {
				throw new IOException("closed by the client");
			}
			if (b != '\r') {
				line.write(b);
			}
		}
		return line.toString(StandardCharsets.ISO_8859_1);
	}

	private static void end(Socket connection) {
		try {
			connection.close();
		} catch (final IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
		connections.forEach(ScriptedServer::end);
	}
}
