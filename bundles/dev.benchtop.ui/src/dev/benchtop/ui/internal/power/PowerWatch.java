package dev.benchtop.ui.internal.power;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import org.eclipse.core.runtime.ILog;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Power;

/** Asks the power switches of a bench now and then how they stand, so that the tree shows what was switched elsewhere. Closing it ends it. */
public final class PowerWatch implements AutoCloseable {

	private static final long PERIOD_SECONDS = 5;

	private final Bench bench;
	private final Set<String> asked = ConcurrentHashMap.newKeySet();
	private final Thread thread;
	private volatile boolean closed;

	/** Begins at once. */
	public PowerWatch(Bench bench) {
		this.bench = bench;
		thread = Thread.ofPlatform().name("Power watch").daemon().start(this::run); //$NON-NLS-1$
	}

	private void run() {
		while (!closed) {
			bench.boards().stream().flatMap(board -> board.allNodes().stream()).filter(node -> node.ref().isEmpty() && node.offers(Power.class))
					.forEach(this::ask);
			try {
				TimeUnit.SECONDS.sleep(PERIOD_SECONDS);
			} catch (InterruptedException _) {
				return;
			}
		}
	}

	/** One that is slow keeps nobody else waiting, and is not asked again until it answered. */
	private void ask(Node node) {
		final var power = node.peek(Power.class);
		if (power.isPresent() && asked.add(node.toString())) {
			Thread.ofPlatform().name("Power watch of " + node).daemon().start(() -> { //$NON-NLS-1$
				try {
					power.get().state();
				} catch (RuntimeException e) {
					ILog.of(PowerWatch.class).error(node.toString(), e);
				} finally {
					asked.remove(node.toString());
				}
			});
		}
	}

	@Override
	public void close() {
		closed = true;
		thread.interrupt();
	}
}
