package dev.benchtop.serial.line;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Sends at most so many characters a second, one at a time: some boards take no more. Closing it ends a write that waits; what is below stays open. */
public final class Pacer extends OutputStream {

	private final OutputStream to;
	private final long gap;
	private final CountDownLatch closed = new CountDownLatch(1);
	private long due = System.nanoTime();

	private Pacer(OutputStream to, int charactersPerSecond) {
		this.to = to;
		gap = TimeUnit.SECONDS.toNanos(1) / charactersPerSecond;
	}

	/** The stream itself where {@code charactersPerSecond} is 0. */
	public static OutputStream of(OutputStream to, int charactersPerSecond) {
		return charactersPerSecond == 0 ? to : new Pacer(to, charactersPerSecond);
	}

	@Override
	public synchronized void write(int value) throws IOException {
		awaitTurn();
		to.write(value);
		to.flush();
		due = System.nanoTime() + gap;
	}

	private void awaitTurn() throws IOException {
		try {
			if (closed.await(due - System.nanoTime(), TimeUnit.NANOSECONDS)) {
				throw new ClosedChannelException();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	@Override
	public void close() {
		closed.countDown();
	}
}
