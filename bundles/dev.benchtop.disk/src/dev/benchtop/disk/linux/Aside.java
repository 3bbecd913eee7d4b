package dev.benchtop.disk.linux;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Does what may wait for the user or hang in the system on a thread of its own, which is left behind when nobody wants to wait any longer. */
final class Aside {

	/** What is done there. */
	@FunctionalInterface
	interface Work<T> {
		T run() throws BenchException;
	}

	private Aside() {
	}

	/** The result of {@code work}; what comes after a cancellation goes to {@code late}. */
	static <T> T get(Work<T> work, CancelToken cancel, Consumer<? super T> late) throws BenchException {
		final var result = new CompletableFuture<T>();
		Thread.ofPlatform().daemon().name("disk-aside").start(() -> { //$NON-NLS-1$
			try {
				final T done = work.run();
				if (!result.complete(done)) {
					late.accept(done);
				}
			} catch (BenchException | RuntimeException | Error e) {
				result.completeExceptionally(e);
			}
		});
		try (var _ = cancel.onCancel(() -> result.completeExceptionally(BenchException.cancelled()))) {
			return result.get();
		} catch (ExecutionException e) {
			if (e.getCause() instanceof BenchException failure) {
				throw failure;
			}
			throw new IllegalStateException(e.getCause());
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
	}
}
