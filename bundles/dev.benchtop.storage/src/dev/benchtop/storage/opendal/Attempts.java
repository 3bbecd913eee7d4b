package dev.benchtop.storage.opendal;

import java.io.IOException;

import dev.benchtop.storage.backend.BackendException;

/** Tries a part of something again that cannot be tried again as a whole. */
final class Attempts {

	private static final int MOST = 4;
	private static final long FIRST_PAUSE_MILLIS = 250;

	private Attempts() {
	}

	/** One attempt. */
	@FunctionalInterface
	interface Attempt<T> {
		T run() throws IOException;
	}

	static <T> T of(Attempt<T> attempt) throws IOException, InterruptedException {
		for (int count = 1;; count++) {
			try {
				return attempt.run();
			} catch (BackendException e) {
				if (e.kind() != BackendException.Kind.BROKEN || count == MOST) {
					throw e;
				}
				Thread.sleep(FIRST_PAUSE_MILLIS << count - 1);
			}
		}
	}
}
