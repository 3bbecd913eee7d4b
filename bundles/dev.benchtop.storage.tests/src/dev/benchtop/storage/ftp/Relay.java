package dev.benchtop.storage.ftp;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Stands between a client and an FTP server, and breaks things: the data connection at a byte, the control connections all at once. */
final class Relay implements AutoCloseable {

	private static final Pattern PASSIVE = Pattern.compile("\\((\\d+,\\d+,\\d+,\\d+),(\\d+),(\\d+)\\)");

	private final int target;
	private final ServerSocket door;
	private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
	private final AtomicInteger connections = new AtomicInteger();
	private volatile long cutAfter = Long.MAX_VALUE;
	private volatile boolean holds;

	Relay(int target) throws IOException {
		this.target = target;
		this.door = listen();
		accepting(door, client -> {
			connections.incrementAndGet();
			final Socket server = connect(target);
			run(() -> pump(client, server, Long.MAX_VALUE, new CountDownLatch(0)));
			run(() -> replies(server, client));
		}, false);
	}

	int port() {
		return door.getLocalPort();
	}

	/** How many control connections there were. */
	int connections() {
		return connections.get();
	}

	/** The next data connections break after so many bytes, as does the control connection. */
	void cutAfter(long bytes) {
		cutAfter = bytes;
	}

	/** Whether data connections are left to hang from now on. */
	void hold(boolean now) {
		holds = now;
	}

	/** Breaks all connections. */
	void cut() {
		open.forEach(Relay::quietly);
		open.clear();
	}

	@FunctionalInterface
	private interface Task {
		void run() throws IOException;
	}

	@FunctionalInterface
	private interface Taker {
		void take(Socket client) throws IOException;
	}

	private static void run(Task task) {
		Thread.ofVirtual().start(() -> {
			try {
				task.run();
			} catch (IOException e) {
				// the other side hears of it
				return;
			}
		});
	}

	private static ServerSocket listen() throws IOException {
		return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
	}

	private Socket connect(int port) throws IOException {
		final var socket = new Socket(InetAddress.getLoopbackAddress(), port);
		open.add(socket);
		return socket;
	}

	private void accepting(ServerSocket listening, Taker taker, boolean once) {
		run(() -> {
			try (listening) {
				do {
					final Socket client = listening.accept();
					open.add(client);
					taker.take(client);
				} while (!once);
			}
		});
	}

	/** Passes replies on; where one names a port for data, it is given one of the relay's, which breaks no sooner than the transfer is told. */
	private void replies(Socket server, Socket client) throws IOException {
		try (client; server) {
			final var lines = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
			var told = new CountDownLatch(1);
			for (String line = lines.readLine(); line != null; line = lines.readLine()) {
				final Matcher passive = PASSIVE.matcher(line);
				if (line.startsWith("227") && passive.find()) {
					told = new CountDownLatch(1);
					final int port = data(Integer.parseInt(passive.group(2)) * 256 + Integer.parseInt(passive.group(3)), told);
					line = "227 Entering Passive Mode (127,0,0,1," + port / 256 + ',' + port % 256 + ").";
				}
				client.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
				if (line.startsWith("1")) {
					told.countDown();
				}
			}
		}
	}

	private int data(int port, CountDownLatch told) throws IOException {
		final ServerSocket listening = listen();
		accepting(listening, client -> {
			final Socket server = connect(port);
			run(() -> pump(client, server, cutAfter, told));
			run(() -> pump(server, client, cutAfter, told));
		}, true);
		return listening.getLocalPort();
	}

	private void pump(Socket from, Socket to, long limit, CountDownLatch told) throws IOException {
		final byte[] bytes = new byte[8192];
		long left = limit;
		try (to) {
			while (left > 0) {
				final int read = from.getInputStream().read(bytes, 0, (int) Math.min(bytes.length, left));
				if (read < 0) {
					return;
				}
				if (holds && limit != Long.MAX_VALUE) {
					continue;
				}
				to.getOutputStream().write(bytes, 0, read);
				left -= read;
			}
			told.await();
		} catch (InterruptedException e) {
			throw new InterruptedIOException();
		}
		cut();
	}

	private static void quietly(Closeable socket) {
		try {
			socket.close();
		} catch (IOException e) {
			// it is gone
			return;
		}
	}

	@Override
	public void close() throws IOException {
		door.close();
		cut();
	}
}
