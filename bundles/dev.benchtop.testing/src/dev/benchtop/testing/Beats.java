package dev.benchtop.testing;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Time as a thread feels it that only sleeps, a little at once: on a busy machine it goes slower, as everything does. */
public final class Beats {

	private static final long BEAT_MILLIS = 10;

	private Beats() {
	}

	/** Done when so much time has been felt. */
	public static CompletableFuture<Void> of(Duration time) {
		final var over = new CompletableFuture<Void>();
		Thread.ofPlatform().daemon().name("beats").start(() -> {
			try {
				for (long felt = 0; felt < time.toMillis(); felt += BEAT_MILLIS) {
					Thread.sleep(BEAT_MILLIS);
				}
				over.complete(null);
			} catch (InterruptedException e) {
				over.completeExceptionally(e);
			}
		});
		return over;
	}
}
