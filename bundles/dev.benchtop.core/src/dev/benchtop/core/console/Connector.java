package dev.benchtop.core.console;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.console.ConsoleState.Line;

/** Keeps a line connected while that is wanted: opens the device, reads it to its end, and tries again. */
final class Connector {

	/** Hears how the line stands, and why. */
	@FunctionalInterface
	interface Listener {
		void now(Line line, String why);
	}

	private static final int CHUNK = 1 << 16;
	private static final long FIRST_WAIT_MILLIS = 50;

	private final String name;
	private final LineTransport transport;
	private final LineIntake intake;
	private final LineWriter writer;
	private final Listener listener;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition changed = lock.newCondition();
	private LineTransport.Connection connection;
	private boolean wanted;
	private boolean running;
	private boolean closed;
	private boolean lost;
	/** Calls of {@link #open()}, and how many of them an attempt has served: it serves those that came before it began. */
	private long asked;
	private long served;
	private IOException failure;

	Connector(String name, LineTransport transport, LineIntake intake, LineWriter writer, Listener listener) {
		this.name = name;
		this.transport = transport;
		this.intake = intake;
		this.writer = writer;
		this.listener = listener;
	}

	/** Returns when the line is open; where the first attempt fails it throws, and goes on trying. */
	void open() throws BenchException {
		lock.lock();
		try {
			if (connection != null) {
				return;
			}
			if (closed) {
				throw BenchException.failed(Messages.Connector_closed).where(name).build();
			}
			wanted = true;
			final long ticket = ++asked;
			if (!running) {
				running = true;
				Thread.ofPlatform().daemon().name("console " + name).start(this::run); //$NON-NLS-1$
			}
			changed.signalAll();
			while (served < ticket && connection == null && wanted) {
				changed.await();
			}
			if (connection == null) {
				throw refusal();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		} finally {
			lock.unlock();
		}
	}

	private BenchException refusal() {
		final var error = BenchException.failed(Messages.Connector_cannotOpen).where(name);
		return (failure == null ? error.why(Messages.Connector_closed) : error.why(failure)).build();
	}

	void disconnect(String why) {
		end(why, false);
	}

	void close() {
		end(Messages.Connector_closed, true);
	}

	private void end(String why, boolean forGood) {
		final LineTransport.Connection open;
		lock.lock();
		try {
			wanted = false;
			closed |= forGood;
			open = connection;
			connection = null;
			changed.signalAll();
			lost = false;
			writer.disconnect(why);
			listener.now(Line.CLOSED, why);
		} finally {
			lock.unlock();
		}
		Closing.quietly(open);
	}

	private void run() {
		try {
			long wait = FIRST_WAIT_MILLIS;
			while (awaitWanted()) {
				if (connect()) {
					wait = FIRST_WAIT_MILLIS;
				}
				pause(wait);
				wait = Math.min(2 * wait, transport.patience().toMillis());
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean awaitWanted() throws InterruptedException {
		lock.lock();
		try {
			while (!wanted && !closed) {
				changed.await();
			}
			return !closed;
		} finally {
			lock.unlock();
		}
	}

	/** Waits before the next attempt, unless somebody asks for it. */
	private void pause(long millis) throws InterruptedException {
		lock.lock();
		try {
			long left = TimeUnit.MILLISECONDS.toNanos(millis);
			while (wanted && asked == served && left > 0) {
				left = changed.awaitNanos(left);
			}
		} finally {
			lock.unlock();
		}
	}

	/** One attempt; returns whether there was a connection, after its end. */
	private boolean connect() {
		lock.lock();
		final long serving = asked;
		lock.unlock();
		LineTransport.Connection open = null;
		LineTransport.Connection told = null;
		IOException why;
		try {
			if (transport.opensSlowly()) {
				opening();
			}
			open = transport.open();
			final long known = intake.begin();
			if (!connected(open, serving)) {
				Closing.quietly(open);
				return true;
			}
			told = open;
			read(open, known);
			why = new EOFException(Messages.Connector_ended);
		} catch (EOFException e) {
			why = new EOFException(Messages.Connector_ended);
		} catch (IOException e) {
			why = e;
		} catch (RuntimeException | Error e) {
			// whoever opens the line waits for what becomes of this attempt
			why = new IOException(e.toString(), e);
		}
		Closing.quietly(open);
		ended(told, serving, why);
		return open != null;
	}

	/** Of a line that is lost it is known that it is tried again. */
	private void opening() {
		lock.lock();
		try {
			if (wanted && !lost) {
				writer.disconnect(Messages.Connector_opening);
				listener.now(Line.OPENING, null);
			}
		} finally {
			lock.unlock();
		}
	}

	private boolean connected(LineTransport.Connection open, long serving) {
		lock.lock();
		try {
			if (!wanted) {
				return false;
			}
			connection = open;
			served = serving;
			lost = false;
			writer.connect(open);
			listener.now(Line.OPEN, null);
			changed.signalAll();
			return true;
		} finally {
			lock.unlock();
		}
	}

	private void read(LineTransport.Connection from, long known) throws IOException {
		final var input = from.input();
		input.skipNBytes(known);
		final var bytes = new byte[CHUNK];
		for (int length = input.read(bytes); length >= 0; length = input.read(bytes)) {
			if (length > 0) {
				intake.received(bytes, length);
			}
		}
	}

	/** {@code told} is the connection that this attempt was told to have; null where there was none. */
	private void ended(LineTransport.Connection told, long serving, IOException why) {
		intake.end();
		lock.lock();
		try {
			served = serving;
			failure = why;
			if (wanted && connection == told) { // else it was ended from here, which was said, and is wanted again
				final String words = BenchException.failed("").why(why).build().why().orElseThrow(); //$NON-NLS-1$
				connection = null;
				lost = !(why instanceof LineOffException);
				writer.disconnect(words);
				listener.now(lost ? Line.LOST : Line.CLOSED, words);
			}
			changed.signalAll();
		} finally {
			lock.unlock();
		}
	}
}
