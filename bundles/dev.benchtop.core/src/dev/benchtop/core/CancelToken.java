package dev.benchtop.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;

/**
 * Cancels a blocking call from outside by closing what it blocks on; no thread is ever interrupted.
 * Thread-safe; once cancelled it stays so.
 */
public final class CancelToken {

	/** Takes back a {@link #onCancel} registration. */
	@FunctionalInterface
	public interface Registration extends AutoCloseable {
		@Override
		void close();
	}

	private static final long LOOK_MILLIS = 50;

	private final List<Runnable> actions = new ArrayList<>();
	private boolean cancelled;

	/** Returns a token that nobody cancels. */
	public static CancelToken none() {
		return new CancelToken();
	}

	/** Cancels, and runs every registered action once, in the order in which they came. */
	public void cancel() {
		final List<Runnable> due;
		synchronized (this) {
			if (cancelled) {
				return;
			}
			cancelled = true;
			due = List.copyOf(actions);
			actions.clear();
		}
		due.forEach(Runnable::run);
	}

	public synchronized boolean isCancelled() {
		return cancelled;
	}

	/** Throws the cancellation if there was one. */
	public void check() throws BenchException {
		if (isCancelled()) {
			throw BenchException.cancelled();
		}
	}

	/**
	 * Takes a lock that another thread may hold for long; the caller unlocks it.
	 *
	 * @throws BenchException where cancelled, before or within 50 ms of it; the lock is not held then
	 */
	public void lock(Lock lock) throws BenchException {
		try {
			do {
				check();
			} while (!lock.tryLock(LOOK_MILLIS, TimeUnit.MILLISECONDS));
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	/** Runs {@code action} when cancelled, at once if that has happened; close the registration when the call is over. */
	public Registration onCancel(Runnable action) {
		synchronized (this) {
			if (!cancelled) {
				actions.add(action);
				return () -> remove(action);
			}
		}
		action.run();
		return () -> { };
	}

	private synchronized void remove(Runnable action) {
		actions.remove(action);
	}
}
