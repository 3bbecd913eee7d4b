package dev.benchtop.ui.internal.power;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

import org.eclipse.core.runtime.ILog;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.capability.Power.Readings;

/** Reads the meter of one power switch once a second while it is looked at, and keeps the last ten minutes. */
final class Meter implements AutoCloseable {

	/**
	 * What was read.
	 *
	 * @param nanos by {@link System#nanoTime}
	 */
	record Sample(long nanos, Readings readings) {
	}

	private static final int MOST = 600;

	private final Supplier<Optional<Power>> power;
	private final Deque<Sample> samples = new ArrayDeque<>();
	private final String name;
	private final CancelToken closed = new CancelToken();
	private final CountDownLatch end = new CountDownLatch(1);
	private Optional<String> problem = Optional.empty();
	private volatile boolean lookedAt;

	/** @param power the switch, as far as it is there at the moment */
	Meter(String name, Supplier<Optional<Power>> power) {
		this.power = power;
		this.name = name;
		closed.onCancel(end::countDown);
		Thread.ofPlatform().name("Meter of " + name).daemon().start(this::run); //$NON-NLS-1$
	}

	void lookedAt(boolean now) {
		lookedAt = now;
	}

	synchronized List<Sample> samples() {
		return List.copyOf(samples);
	}

	/** Why the last reading failed. */
	synchronized Optional<String> problem() {
		return problem;
	}

	private void run() {
		try {
			do {
				if (lookedAt) {
					power.get().ifPresent(this::read);
				}
			} while (!end.await(1, TimeUnit.SECONDS));
		} catch (InterruptedException _) {
			Thread.currentThread().interrupt();
		}
	}

	private void read(Power meter) {
		try {
			final var readings = meter.readings(closed);
			synchronized (this) {
				problem = Optional.empty();
				readings.ifPresent(now -> samples.addLast(new Sample(System.nanoTime(), now)));
				while (samples.size() > MOST) {
					samples.removeFirst();
				}
			}
		} catch (BenchException e) {
			failed(e.why().orElse(e.what()));
		} catch (RuntimeException e) {
			ILog.of(Meter.class).error(name, e);
			failed(e.toString());
		}
	}

	private synchronized void failed(String why) {
		problem = Optional.of(why);
	}

	/** Ends a reading that is under way, too. */
	@Override
	public void close() {
		closed.cancel();
	}
}
