package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicInteger;

/** A proxy that makes tunnels (RFC 9110, section 9.3.6) for whoever has the password. */
final class TunnelProxy implements AutoCloseable {

	private final ServerSocket socket;
	private final String wanted;
	private final AtomicInteger tunnels = new AtomicInteger();

	private TunnelProxy(String login) throws IOException {
		this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		this.wanted = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
	}

	static TunnelProxy start(String login) throws IOException {
		final var proxy = new TunnelProxy(login);
		Thread.ofVirtual().start(proxy::accept);
		return proxy;
	}

	int port() {
		return socket.getLocalPort();
	}

	int tunnels() {
		return tunnels.get();
	}

	private void accept() {
		try {
			while (true) {
				final Socket client = socket.accept();
				Thread.ofVirtual().start(() -> serve(client));
			}
		} catch (final IOException e) {
			// closed at the end of the test
		}
	}

	private void serve(Socket client) {
		try (client) {
			final String head = head(client.getInputStream());
			if (!head.contains(wanted)) {
				client.getOutputStream().write("HTTP/1.1 407 No\r\nProxy-Authenticate: Basic realm=\"tests\"\r\nContent-Length: 0\r\n\r\n".getBytes());
				return;
			}
			final String[] target = head.split(" ")[1].split(":");
			try (var server = new Socket(target[0], Integer.parseInt(target[1]))) {
				tunnels.incrementAndGet();
				client.getOutputStream().write("HTTP/1.1 200 Yes\r\n\r\n".getBytes());
				final Thread up = Thread.ofVirtual().start(() -> pump(client, server));
				pump(server, client);
				up.join();
			}
		} catch (final IOException e) {
			// one of both went away
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static String head(InputStream in) throws IOException {
		final var head = new StringBuilder();
		while (head.indexOf("\r\n\r\n") < 0) {
			final int c = in.read();
			if (c < 0) {
				throw new IOException("closed");
			}
			head.append((char) c);
		}
		return head.toString();
	}

	private static void pump(Socket from, Socket to) {
		try {
			from.getInputStream().transferTo(to.getOutputStream());
			to.shutdownOutput();
		} catch (final IOException e) {
			// one of both went away
		}
	}

	@Override
	public void close() throws IOException {
		socket.close();
	}
}
