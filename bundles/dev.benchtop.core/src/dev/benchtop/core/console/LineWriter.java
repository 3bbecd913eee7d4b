package dev.benchtop.core.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Sends what is queued, on a thread of its own, so that a device that does not take it holds nobody up. */
final class LineWriter {

	private record Typed(byte[] bytes, boolean sensitive) {
	}

	private static final int LIMIT = 4 << 20;

	private final String name;
	private final Consumer<byte[]> secrets;
	private final Consumer<String> trouble;
	private final Deque<Typed> queue = new ArrayDeque<>();
	private int queued;
	private LineTransport.Connection connection;
	private String closed;
	private OutputStream output;
	private boolean running;
	private boolean sending;
	/** Why something of what was queued since all was sent last did not arrive. */
	private IOException failure;

	/**
	 * A writer without a device yet.
	 *
	 * @param secrets hears of sensitive bytes before they are sent
	 * @param trouble hears, in words for people, that what was typed did not arrive
	 */
	LineWriter(String name, Consumer<byte[]> secrets, Consumer<String> trouble) {
		this.name = name;
		this.secrets = secrets;
		this.trouble = trouble;
	}

	/** What is sent goes to this connection from now on. */
	void connect(LineTransport.Connection to) {
		change(to, null);
	}

	/** Nothing can be sent; what is queued is dropped. */
	void disconnect(String reason) {
		change(null, reason);
	}

	private void change(LineTransport.Connection to, String reason) {
		final OutputStream before;
		synchronized (this) {
			connection = to;
			closed = reason;
			if (to == null && (sending || !queue.isEmpty())) {
				failure = new IOException(reason);
			}
			queue.clear();
			queued = 0;
			before = output;
			output = null;
			notifyAll();
		}
		Closing.quietly(before);
	}

	/** Gives the way to the device back; the next byte asks for it again. */
	void release() {
		final OutputStream before;
		synchronized (this) {
			before = output;
			output = null;
		}
		Closing.quietly(before);
	}

	synchronized void send(byte[] bytes, boolean sensitive) throws BenchException {
		if (connection == null) {
			throw notOpen();
		}
		if (queued + bytes.length > LIMIT) {
			throw BenchException.failed(Messages.LineWriter_full).where(name).next(Messages.LineWriter_fullNext).build();
		}
		if (queue.isEmpty() && !sending) {
			failure = null;
		}
		queue.add(new Typed(bytes.clone(), sensitive));
		queued += bytes.length;
		notifyAll();
		if (!running) {
			running = true;
			Thread.ofPlatform().daemon().name("writer of " + name).start(this::run); //$NON-NLS-1$
		}
	}

	private BenchException notOpen() {
		return BenchException.failed(Messages.LineWriter_notOpen).where(name).why(closed).build();
	}

	/** Waits until all that was queued is with the device. */
	void drain(CancelToken cancel) throws BenchException {
		try (var _ = cancel.onCancel(this::wake)) {
			awaitSent(cancel);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	private synchronized void wake() {
		notifyAll();
	}

	private synchronized void awaitSent(CancelToken cancel) throws BenchException, InterruptedException {
		while (connection != null && (sending || !queue.isEmpty())) {
			cancel.check();
			wait();
		}
		cancel.check();
		if (connection == null) {
			throw notOpen();
		}
		if (failure != null) {
			throw BenchException.failed(Messages.LineWriter_notSent).where(name).why(failure).build();
		}
	}

	/** Ends with the connection, and is started anew by the first byte for the next. */
	private void run() {
		try {
			for (Typed next = next(); next != null; next = next()) {
				try {
					send(next);
				} catch (IOException e) {
					failed(e);
				} catch (RuntimeException | Error e) {
					failed(new IOException(e.toString(), e)); // whoever drains waits for what becomes of it
				}
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private void failed(IOException why) {
		synchronized (this) {
			failure = why;
		}
		release();
		trouble.accept(NLS.bind(Messages.LineWriter_failed, BenchException.failed("").why(why).build().why().orElseThrow())); //$NON-NLS-1$
	}

	private synchronized Typed next() throws InterruptedException {
		sending = false;
		if (queue.isEmpty()) {
			notifyAll();
		}
		while (queue.isEmpty()) {
			if (connection == null) {
				running = false;
				return null;
			}
			wait();
		}
		final Typed next = queue.poll();
		queued -= next.bytes.length;
		sending = true;
		return next;
	}

	private void send(Typed typed) throws IOException {
		final OutputStream to = output();
		if (to == null) {
			return;
		}
		if (typed.sensitive) {
			secrets.accept(typed.bytes);
		}
		to.write(typed.bytes);
		to.flush();
	}

	private OutputStream output() throws IOException {
		final LineTransport.Connection from;
		synchronized (this) {
			if (output != null || connection == null) {
				return output;
			}
			from = connection;
		}
		final OutputStream opened = from.output();
		synchronized (this) {
			if (connection == from) {
				output = opened;
				return output;
			}
		}
		opened.close();
		return null;
	}
}
