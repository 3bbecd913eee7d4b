package dev.benchtop.server.tftp;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.LinkedHashSet;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The one thread that serves all clients; files that may be slow are opened and read by two small pools. */
final class Loop {

	private static final long IDLE = 60_000_000_000L;
	/** About a millisecond, all bits set: what is due within it is looked at together. */
	private static final long TICK = (1 << 20) - 1;
	private static final long MILLISECOND = 1_000_000;
	/** For waits that are shorter than a selector can wait. */
	private static final long NAP = 30_000;
	private static final int LAST_WORDS_SECONDS = 2;
	private static final int SOCKET_BUFFER = 4 << 20;

	private final TftpSettings settings;
	private final Events events;
	private final Clients clients;
	private final Attention attention = new Attention();
	private final Buffers buffers = new Buffers();
	private final ByteBuffer inbox = ByteBuffer.allocateDirect(Packet.MAX);
	private final Set<Transfer> transfers = new LinkedHashSet<>();
	private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
	private final InetSocketAddress address;
	private final DatagramChannel entrance;
	private final Selector selector;
	private final Door door;
	private final ExecutorService openers = Pool.of("tftp-open"); //$NON-NLS-1$
	private final ExecutorService readers = Pool.of("tftp-file"); //$NON-NLS-1$
	private final Thread thread = new Thread(this::run, "tftp"); //$NON-NLS-1$
	private volatile boolean running = true;
	private volatile boolean ended;
	private long wakeAt = System.nanoTime() + IDLE;

	private Loop(DatagramChannel entrance, Selector selector, TftpFiles files, TftpSettings settings, TftpListener listener) throws IOException {
		this.settings = settings;
		this.entrance = entrance;
		this.selector = selector;
		events = new Events(listener);
		clients = new Clients(settings);
		address = (InetSocketAddress) entrance.getLocalAddress();
		door = new Door(this, entrance, files);
		entrance.register(selector, SelectionKey.OP_READ, door);
	}

	static Loop start(InetSocketAddress bind, TftpFiles files, TftpSettings settings, TftpListener listener) throws IOException {
		final var entrance = DatagramChannel.open();
		Selector selector = null;
		try {
			entrance.configureBlocking(false);
			entrance.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
			entrance.bind(bind);
			selector = Selector.open();
			final var loop = new Loop(entrance, selector, files, settings, listener);
			loop.thread.setDaemon(true);
			loop.thread.start();
			return loop;
		} catch (final IOException | RuntimeException e) {
			entrance.close();
			if (selector != null) {
				selector.close();
			}
			throw e;
		}
	}

	private void run() {
		try {
			while (running) {
				listen();
				work();
			}
		} catch (final IOException | RuntimeException e) {
			events.trouble(e);
		} finally {
			stop();
		}
	}

	private void listen() throws IOException {
		if (selector.selectNow(Loop::ready) > 0) {
			attention.heard(System.nanoTime());
			return;
		}
		final long now = System.nanoTime();
		final long wait = wakeAt - now;
		if (wait <= 0 || !tasks.isEmpty() || !running) {
			return;
		}
		if (!transfers.isEmpty() && attention.watches(now)) {
			Thread.onSpinWait();
		} else if (wait < MILLISECOND) {
			LockSupport.parkNanos(Math.min(wait, NAP));
		} else if (selector.select(Loop::ready, wait / MILLISECOND) > 0) {
			attention.heard(System.nanoTime());
		}
	}

	private static void ready(SelectionKey key) {
		((Ready) key.attachment()).ready(key);
	}

	private void work() {
		drain();
		final long now = System.nanoTime();
		if (now - wakeAt >= 0) {
			wakeAt = now + IDLE;
			for (final var transfer : transfers.toArray(Transfer[]::new)) {
				transfer.tick(now);
			}
		}
	}

	private void stop() {
		running = false;
		for (final var transfer : transfers.toArray(Transfer[]::new)) {
			transfer.fail(new TftpRefusal(TftpError.UNDEFINED, "Server stopped"), new IOException(Messages.stopped)); //$NON-NLS-1$
		}
		ended = true;
		openers.shutdown();
		readers.shutdown();
		discard(entrance, true);
		discard(selector, true);
		drain();
	}

	private synchronized void drain() {
		for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
			task.run();
		}
	}

	/** Ends the thread and waits for it, except on itself, and a little while for slow storages to be rid of what is not complete. */
	void close() {
		running = false;
		selector.wakeup();
		if (Thread.currentThread() != thread) {
			try {
				thread.join();
				openers.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS);
			} catch (final InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}

	/** A socket with a port of its own at the address that clients know. */
	DatagramChannel channel() throws IOException {
		final var channel = DatagramChannel.open();
		try {
			channel.configureBlocking(false);
			channel.setOption(StandardSocketOptions.SO_SNDBUF, SOCKET_BUFFER);
			channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
			channel.bind(new InetSocketAddress(address.getAddress(), 0));
			return channel;
		} catch (final IOException | RuntimeException e) {
			channel.close();
			throw e;
		}
	}

	void add(Transfer transfer) {
		transfers.add(transfer);
	}

	void remove(Transfer transfer) {
		transfers.remove(transfer);
		door.left(transfer);
	}

	/** Has a task run by the loop's thread; after the end by the calling one, so that nothing stays open. */
	void execute(Runnable task) {
		tasks.add(task);
		if (ended) {
			drain();
		} else {
			selector.wakeup();
		}
	}

	/** The loop looks at all transfers about then, at the latest. */
	void wakeBy(long time) {
		wakeAt(time | TICK);
	}

	/** The loop looks at all transfers then, at the latest. */
	void wakeAt(long time) {
		if (time - wakeAt < 0) {
			wakeAt = time;
		}
	}

	/** Closes something, where that may take long on a thread of the pool. */
	void discard(Closeable resource, boolean quick) {
		if (quick || ended) {
			close(resource);
		} else {
			openers.execute(() -> close(resource));
		}
	}

	private void close(Closeable resource) {
		try {
			resource.close();
		} catch (final IOException | RuntimeException e) {
			events.trouble(e);
		}
	}

	boolean running() {
		return running;
	}

	InetSocketAddress address() {
		return address;
	}

	Selector selector() {
		return selector;
	}

	TftpSettings settings() {
		return settings;
	}

	Events events() {
		return events;
	}

	Clients clients() {
		return clients;
	}

	Buffers buffers() {
		return buffers;
	}

	/** Where a packet is received into; its content is gone with the next one. */
	ByteBuffer inbox() {
		return inbox;
	}

	/** Threads that open files. */
	ExecutorService openers() {
		return openers;
	}

	/** Threads that read and write slow files. */
	ExecutorService readers() {
		return readers;
	}
}
