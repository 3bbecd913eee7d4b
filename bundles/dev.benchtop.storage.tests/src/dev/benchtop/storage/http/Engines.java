package dev.benchtop.storage.http;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException;

/** Engines that do not wait for long. */
final class Engines {

	static final HttpSettings QUICK = HttpSettings.STANDARD.patience(Duration.ofMinutes(1), 4, Duration.ofMillis(5));

	private Engines() {
	}

	static HttpEngine quick() throws BackendException {
		return new HttpEngine(QUICK);
	}

	/** One that has every kind of secret, all of which contain {@code s3cret}. */
	static HttpEngine secretive() throws BackendException {
		return new HttpEngine(QUICK.with(Optional.of(new HttpSettings.Login("joe", new Secret("s3cret-password"))), Optional.empty(),
				Map.of("X-Api-Key", new Secret("s3cret-key"))));
	}

	static byte[] bytes(int size) {
		final byte[] bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}
}
