package dev.benchtop.ui.console;

import java.util.concurrent.atomic.AtomicInteger;

import dev.benchtop.core.BenchException;

/** The transfers of a tab by a protocol: while one goes on, what the board says is not for eyes. Thread-safe. */
final class Transfers {

	/** One of them. */
	@FunctionalInterface
	interface Transfer {
		void run() throws BenchException;
	}

	private final AtomicInteger running = new AtomicInteger();

	/** Does one, to its end. */
	void run(Transfer transfer) throws BenchException {
		running.incrementAndGet();
		try {
			transfer.run();
		} finally {
			running.decrementAndGet();
		}
	}

	boolean any() {
		return running.get() > 0;
	}
}
