package dev.benchtop.core.internal.bench;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.BenchEvent;

/** Tells the events of one bench to all who listen, in order, on one thread; what comes after the end is dropped. */
final class BenchEvents {

	private final List<Consumer<BenchEvent>> listeners = new CopyOnWriteArrayList<>();
	private final ThreadPoolExecutor thread = new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(),
			Thread.ofPlatform().name("Bench events").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy()); //$NON-NLS-1$

	Subscription subscribe(Consumer<BenchEvent> listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	/** Tells those who listen now, as far as they still do when their turn comes. */
	void publish(BenchEvent event) {
		final var now = List.copyOf(listeners);
		run(() -> now.stream().filter(listeners::contains).forEach(listener -> tell(listener, event)));
	}

	/** Does something on the thread of the events. */
	void run(Runnable action) {
		thread.execute(action);
	}

	/** One listener that fails does not keep the event from the others. */
	private static void tell(Consumer<BenchEvent> listener, BenchEvent event) {
		try {
			listener.accept(event);
		} catch (RuntimeException e) {
			System.getLogger(BenchEvents.class.getName()).log(System.Logger.Level.ERROR, event.toString(), e);
		}
	}

	void close() {
		thread.shutdown();
	}
}
