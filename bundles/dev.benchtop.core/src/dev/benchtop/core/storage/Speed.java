package dev.benchtop.core.storage;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;

/** How fast bytes come, over the last seconds. Not thread-safe. */
final class Speed {

	private record Sample(long nanos, long bytes) {
	}

	private static final long WINDOW = TimeUnit.SECONDS.toNanos(3);
	private static final long STEP = TimeUnit.MILLISECONDS.toNanos(100);

	private final Deque<Sample> samples = new ArrayDeque<>();

	/** So many bytes are done in all at this time. */
	void sample(long nanos, long bytes) {
		if (samples.isEmpty() || nanos - samples.getLast().nanos() >= STEP) {
			samples.add(new Sample(nanos, bytes));
		}
		while (samples.size() > 2 && nanos - samples.getFirst().nanos() > WINDOW) {
			samples.removeFirst();
		}
	}

	/** Bytes per second; 0 before that can be told. */
	double perSecond() {
		if (samples.size() < 2) {
			return 0;
		}
		final long nanos = samples.getLast().nanos() - samples.getFirst().nanos();
		return (samples.getLast().bytes() - samples.getFirst().bytes()) * 1e9 / nanos;
	}
}
