package dev.benchtop.storage.http;

import java.time.Duration;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;

/** Waits between attempts, each time twice as long; closing it ends a wait. */
final class Patience {

	/** Who is asked to come back later than that gives up. */
	static final Duration LONGEST = Duration.ofSeconds(60);
	private static final int DOUBLINGS = 5;

	private final HttpSettings settings;
	private boolean closed;

	Patience(HttpSettings settings) {
		this.settings = settings;
	}

	/** Whether this attempt, counted from 1, was the last. */
	boolean isLast(int attempt) {
		return attempt >= settings.attempts();
	}

	void pause(int attempt) throws BackendException {
		pause(settings.pause().multipliedBy(1L << Math.min(attempt - 1, DOUBLINGS)));
	}

	synchronized void pause(Duration pause) throws BackendException {
		final long end = System.nanoTime() + pause.toNanos();
		for (long left = pause.toMillis(); left > 0 && !closed; left = (end - System.nanoTime()) / 1_000_000) {
			try {
				wait(left);
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw closed();
			}
		}
		if (closed) {
			throw closed();
		}
	}

	synchronized void close() {
		closed = true;
		notifyAll();
	}

	static BackendException closed() {
		return new BackendException(BackendException.Kind.CLOSED, Messages.Exchange_closed);
	}

	/** What is left of a failure that is no use to try again. */
	BackendException exhausted(BackendException failure) {
		return new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Exchange_attempts, failure.getMessage(), settings.attempts()), failure);
	}
}
