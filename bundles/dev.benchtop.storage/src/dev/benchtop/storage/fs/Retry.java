package dev.benchtop.storage.fs;

import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Tries again what a broken connection ended, after a pause that grows each time; closing ends a pause. */
final class Retry {

	/** How often something is tried that breaks each time. */
	static final int TRIES = 4;

	private static final int FIRST_PAUSE = 150;

	private final CountDownLatch closed = new CountDownLatch(1);

	/** Something that may be done twice. */
	@FunctionalInterface
	interface Call<T> {
		T run() throws IOException;
	}

	<T> T run(Call<T> call) throws IOException {
		for (int attempt = 1;; attempt++) {
			try {
				return call.run();
			} catch (final BackendException e) {
				if (e.kind() != Kind.BROKEN || attempt >= TRIES) {
					throw e;
				}
				pause(attempt);
			}
		}
	}

	/** Waits before the next attempt: 150 ms after the first, twice as long after each further one, and up to half of that more. */
	void pause(int attempt) throws BackendException {
		final int pause = FIRST_PAUSE << attempt - 1;
		try {
			if (closed.await(pause + ThreadLocalRandom.current().nextInt(pause / 2), TimeUnit.MILLISECONDS)) {
				throw new BackendException(Kind.CLOSED, ""); //$NON-NLS-1$
			}
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new BackendException(Kind.CLOSED, "", e); //$NON-NLS-1$
		}
	}

	boolean isClosed() {
		return closed.getCount() == 0;
	}

	void close() {
		closed.countDown();
	}
}
