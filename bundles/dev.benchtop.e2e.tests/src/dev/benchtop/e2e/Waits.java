package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.fail;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Waiting for what has to become true, looked at often, given up at a limit that a good run never comes near. */
final class Waits {

	private static final long LOOK = TimeUnit.MILLISECONDS.toNanos(15);

	private Waits() {
	}

	/** Waits for a condition; {@code what} is said where it does not come. */
	static void until(String what, Duration limit, Callable<Boolean> condition) throws Exception {
		until(what, limit, condition, () -> "");
	}

	/** As above; {@code instead} says how it stands where it does not come. */
	static void until(String what, Duration limit, Callable<Boolean> condition, Supplier<String> instead) throws Exception {
		final long end = System.nanoTime() + limit.toNanos();
		while (!condition.call()) {
			if (System.nanoTime() > end) {
				fail(what + " did not come within " + limit.toSeconds() + " s. " + instead.get());
			}
			LockSupport.parkNanos(LOOK);
		}
	}

	/** Waits for something to be there. */
	static <T> T forSome(String what, Duration limit, Callable<Optional<T>> search) throws Exception {
		final var found = new Object() {
			Optional<T> value = Optional.empty();
		};
		until(what, limit, () -> {
			found.value = search.call();
			return found.value.isPresent();
		});
		return found.value.orElseThrow();
	}
}
