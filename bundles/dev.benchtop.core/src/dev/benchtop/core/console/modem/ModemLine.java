package dev.benchtop.core.console.modem;

import java.lang.System.Logger.Level;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.ConsoleLease;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.ConsoleState.Line;

/** The console in the hands of a transfer: what is sent is with the device when a call returns, what comes is read byte by byte. */
final class ModemLine implements AutoCloseable {

	private static final long FAREWELL_MILLIS = 1000;
	private static final long SETTLE_MILLIS = 200;

	private final ConsoleLease lease;
	private final Console.Attachment attachment;
	private final CancelToken token;
	private final CancelToken.Registration cancellation;
	private final Inbox inbox = new Inbox();

	private ModemLine(Console console, String by, CancelToken token, int recall) throws BenchException {
		this.token = token;
		console.open();
		lease = console.lease(by);
		attachment = console.attach(inbox, console.position() - recall);
		cancellation = token.onCancel(inbox::wake);
	}

	/** Takes the keyboard; {@code by} says for what. Hears what comes from here on. */
	static ModemLine open(Console console, String by, CancelToken token) throws BenchException {
		return new ModemLine(console, by, token, 0);
	}

	/** As {@link #open}, and hears the last byte that was said too: a program of the board that asked for blocks may not ask again for long. */
	static ModemLine openAsked(Console console, String by, CancelToken token) throws BenchException {
		return new ModemLine(console, by, token, 1);
	}

	/** Sends bytes; returns when the device has them. */
	void send(byte... bytes) throws BenchException {
		lease.write(bytes, false);
		lease.drain(token);
	}

	/** The next byte, -1 where none comes in that time. */
	int read(long millis) throws BenchException {
		return inbox.read(millis, this);
	}

	/** Whether a byte is there already. */
	boolean ready() {
		return inbox.ready();
	}

	/** Drops what is there. */
	void forget() {
		inbox.forget();
	}

	/** Drops what is there, and what comes until nothing came for so long. */
	void purge(long millis) throws BenchException {
		while (read(millis) >= 0) {
			continue;
		}
	}

	/** Waits, and hears of a cancellation meanwhile. */
	void pause(long nanos) throws BenchException {
		inbox.pause(nanos, this);
	}

	void check() throws BenchException {
		token.check();
		if (lease.lost()) {
			lease.drain(token);
		}
	}

	/** Says for the last time that there is nothing more, whatever became of the line. */
	void cancel(byte[] farewell) {
		final var patience = new CancelToken();
		CompletableFuture.delayedExecutor(FAREWELL_MILLIS, TimeUnit.MILLISECONDS, Thread::startVirtualThread).execute(patience::cancel);
		try {
			inbox.settle();
			lease.write(farewell, false);
			lease.drain(patience);
		} catch (BenchException e) {
			System.getLogger(getClass().getName()).log(Level.DEBUG, "The other side could not be told that a transfer ends", e); //$NON-NLS-1$
		}
	}

	@Override
	public void close() {
		cancellation.close();
		attachment.close();
		lease.close();
	}

	private static final class Inbox implements ConsoleListener {

		private byte[] bytes = new byte[1 << 16];
		private int from;
		private int to;
		private ConsoleState lost;

		@Override
		public synchronized void received(byte[] more, boolean replay) {
			if (bytes.length - to < more.length) {
				final byte[] room = to - from + more.length > bytes.length ? new byte[2 * (to - from + more.length)] : bytes;
				System.arraycopy(bytes, from, room, 0, to - from);
				bytes = room;
				to -= from;
				from = 0;
			}
			System.arraycopy(more, 0, bytes, to, more.length);
			to += more.length;
			notifyAll();
		}

		@Override
		public synchronized void changed(ConsoleState state) {
			lost = state.line() == Line.OPEN ? null : state;
			notifyAll();
		}

		synchronized void wake() {
			notifyAll();
		}

		synchronized void forget() {
			from = to;
		}

		synchronized boolean ready() {
			return from < to;
		}

		synchronized int read(long millis, ModemLine line) throws BenchException {
			final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
			while (from == to) {
				line.check();
				if (lost != null) {
					throw BenchException.failed(Messages.ModemLine_lost).why(lost.reason().orElse(null)).build();
				}
				if (!await(end)) {
					return -1;
				}
			}
			return bytes[from++] & 0xff;
		}

		synchronized void pause(long nanos, ModemLine line) throws BenchException {
			final long end = System.nanoTime() + nanos;
			do {
				line.check();
			} while (await(end));
		}

		/** Waits until the other side has dealt with what was sent: lrzsz forgets what it has read ahead behind a block. */
		synchronized void settle() throws BenchException {
			final long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(SETTLE_MILLIS);
			while (await(end)) {
				continue;
			}
		}

		/** Waits for anything; returns false when the time is over. */
		private boolean await(long end) throws BenchException {
			final long left = end - System.nanoTime();
			if (left <= 0) {
				return false;
			}
			try {
				TimeUnit.NANOSECONDS.timedWait(this, left);
				return true;
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw BenchException.cancelled();
			}
		}
	}
}
