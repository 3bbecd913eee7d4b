package dev.benchtop.disk.mux;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Waits that a cancellation ends. */
final class Rest {

	private Rest() {
	}

	static void sleep(Duration time, CancelToken cancel) throws BenchException {
		final var cancelled = new CountDownLatch(1);
		try (var _ = cancel.onCancel(cancelled::countDown)) {
			cancelled.await(time.toNanos(), TimeUnit.NANOSECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		cancel.check();
	}
}
