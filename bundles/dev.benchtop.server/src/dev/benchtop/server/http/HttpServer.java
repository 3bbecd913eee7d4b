package dev.benchtop.server.http;

import java.io.Closeable;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.server.files.ServedFiles;
import dev.benchtop.server.files.TransferLog;

/** A running server. Each connection has a thread of its own, of which there are so many at most. */
public final class HttpServer implements AutoCloseable {

	private static final int CONNECTIONS = 256;
	private static final int BACKLOG = 128;
	private static final int PAUSE_MILLIS = 100;
	private static final int STACK = 256 << 10;
	private static final Duration END = Duration.ofSeconds(2);

	private final ServerSocketChannel door;
	private final InetSocketAddress address;
	private final ServedFiles files;
	private final Links links;
	private final HttpSettings settings;
	private final Uploads uploads;
	private final TransferLog log;
	private final Map<Wire, Thread> connections = new ConcurrentHashMap<>();
	private final CountDownLatch closed = new CountDownLatch(1);
	private final Thread doorman;

	private HttpServer(ServerSocketChannel door, ServedFiles files, Links links, HttpSettings settings, TransferLog log) throws IOException {
		this.door = door;
		this.address = (InetSocketAddress) door.getLocalAddress();
		this.files = files;
		this.links = links;
		this.settings = settings;
		this.log = log;
		this.uploads = new Uploads(files, settings.quota(), log);
		this.doorman = Thread.ofPlatform().daemon().name("http " + address).unstarted(this::accept); //$NON-NLS-1$
	}

	/** Starts a server at an address; port 0 means any that is free. */
	public static HttpServer start(InetSocketAddress bind, ServedFiles files, Links links, HttpSettings settings, TransferLog log) throws IOException {
		final var door = ServerSocketChannel.open();
		try {
			door.setOption(StandardSocketOptions.SO_REUSEADDR, true);
			door.bind(bind, BACKLOG);
			final var server = new HttpServer(door, files, links, settings, log);
			server.doorman.start();
			Thread.ofVirtual().name("http watch " + server.address).start(server::watch); //$NON-NLS-1$
			return server;
		} catch (IOException | RuntimeException e) {
			door.close();
			throw e;
		}
	}

	/** The address it is bound to. */
	public InetSocketAddress address() {
		return address;
	}

	private void accept() {
		Level said = Level.WARNING;
		try {
			while (door.isOpen()) {
				try {
					admit(door.accept());
				} catch (ClosedChannelException e) {
					System.getLogger(HttpServer.class.getName()).log(Level.DEBUG, address.toString(), e);
				} catch (IOException e) { // this process may have no more files, until some are closed
					System.getLogger(HttpServer.class.getName()).log(said, address + ": " + e.getMessage(), e); //$NON-NLS-1$
					said = Level.DEBUG;
					closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
				}
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void admit(SocketChannel channel) {
		try {
			serve(channel);
		} catch (IOException | RuntimeException e) {
			quietly(channel);
			System.getLogger(HttpServer.class.getName()).log(Level.DEBUG, e.getMessage(), e); // a client that left at once
		}
	}

	private void serve(SocketChannel channel) throws IOException {
		final var wire = new Wire(channel);
		if (connections.size() >= CONNECTIONS) {
			wire.write(Answer.said(Status.UNAVAILABLE).with("Retry-After", "1").head(false)); //$NON-NLS-1$ //$NON-NLS-2$
			wire.close();
			return;
		}
		final var connection = new Connection(wire, new Responder(wire, files, links, settings, uploads, log));
		final var thread = Thread.ofPlatform().daemon().name("http " + wire.client()).stackSize(STACK).unstarted(() -> { //$NON-NLS-1$
			try {
				connection.run();
			} finally {
				connections.remove(wire);
			}
		});
		connections.put(wire, thread);
		thread.start();
		if (!door.isOpen()) {
			wire.close();
		}
	}

	/** Cuts off who takes too long, once a second. */
	private void watch() {
		try {
			while (!closed.await(1, TimeUnit.SECONDS)) {
				connections.keySet().forEach(Wire::cutIfLate);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	/** Ends all connections and gives the address back; returns when their threads have ended, after 2 s in any case. */
	@Override
	public void close() {
		closed.countDown();
		quietly(door);
		final long until = System.nanoTime() + END.toNanos();
		try {
			join(doorman, until); // the port is held until its thread has left it
			final var threads = Map.copyOf(connections);
			threads.keySet().forEach(Wire::close);
			for (final Thread thread : threads.values()) {
				join(thread, until);
			}
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
		log.endAll(Messages.HttpServer_stopped);
	}

	private static void quietly(Closeable channel) {
		try {
			channel.close();
		} catch (IOException e) {
			System.getLogger(HttpServer.class.getName()).log(Level.WARNING, e.getMessage(), e);
		}
	}

	private static void join(Thread thread, long until) throws InterruptedException {
		thread.join(Duration.ofNanos(Math.max(1, until - System.nanoTime())));
	}
}
