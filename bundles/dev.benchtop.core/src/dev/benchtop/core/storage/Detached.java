package dev.benchtop.core.storage;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Calls that may block in a system call or a native library: whoever cancels does not wait for them. */
final class Detached {

	private static final long LOOK_MILLIS = 100;
	private static final long GRACE_NANOS = TimeUnit.MILLISECONDS.toNanos(1500);

	private Detached() {
	}

	/** Runs the call on a thread of its own; when cancelled, waits a moment for it to end and then leaves it alone. */
	static <T> T call(String name, CancelToken token, Callable<T> call) throws BenchException {
		final var result = new CompletableFuture<T>();
		Thread.ofPlatform().daemon().name(name).start(() -> {
			try {
				result.complete(call.call());
			} catch (Exception | Error e) {
				result.completeExceptionally(e);
			}
		});
		try {
			return await(result, token);
		} catch (ExecutionException e) {
			throw cause(e.getCause(), token);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}

	private static <T> T await(CompletableFuture<T> result, CancelToken token) throws ExecutionException, InterruptedException, BenchException {
		long cancelled = 0;
		for (;;) {
			try {
				return result.get(LOOK_MILLIS, TimeUnit.MILLISECONDS);
			} catch (TimeoutException e) {
				final long now = System.nanoTime();
				if (token.isCancelled()) {
					cancelled = cancelled == 0 ? now : cancelled;
					if (now - cancelled > GRACE_NANOS) {
						throw BenchException.cancelled();
					}
				}
			}
		}
	}

	private static BenchException cause(Throwable cause, CancelToken token) throws BenchException {
		token.check();
		return switch (cause) {
		case BenchException known -> known;
		case RuntimeException defect -> throw defect;
		default -> BenchException.failed(Messages.Transfer_failed).why(cause).build();
		};
	}
}
