package dev.benchtop.cli.progress;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongSupplier;

import dev.benchtop.core.ByteSize;

/** Counts the bytes of one phase and knows how fast they come. Not thread-safe. */
final class Meter {

	private record Sample(long nanos, long bytes) {
	}

	private static final long WINDOW_NANOS = 3_000_000_000L;
	private static final long SAMPLE_NANOS = 100_000_000L;

	private final LongSupplier clock;
	private final long started;
	private final Deque<Sample> samples = new ArrayDeque<>();
	private long total;
	private long done;

	Meter(LongSupplier clock, long total) {
		this.clock = clock;
		this.started = clock.getAsLong();
		this.total = total;
		samples.add(new Sample(started, 0));
	}

	void total(long bytes) {
		total = bytes;
	}

	void advance(long bytes) {
		done += bytes;
		final long now = clock.getAsLong();
		if (now - samples.getLast().nanos() >= SAMPLE_NANOS) {
			samples.add(new Sample(now, done));
		}
		while (samples.size() > 2 && now - samples.getFirst().nanos() > WINDOW_NANOS) {
			samples.removeFirst();
		}
	}

	long done() {
		return done;
	}

	/** Whether any bytes are counted in this phase at all. */
	boolean counts() {
		return done > 0 || total > 0;
	}

	OptionalInt percent() {
		return total > 0 ? OptionalInt.of((int) Math.min(100, done * 100 / total)) : OptionalInt.empty();
	}

	Duration elapsed() {
		return Duration.ofNanos(clock.getAsLong() - started);
	}

	/** Bytes per second over the last seconds. */
	double rate() {
		return perSecond(done - samples.getFirst().bytes(), clock.getAsLong() - samples.getFirst().nanos());
	}

	/** Bytes per second over the whole phase. */
	double meanRate() {
		return perSecond(done, clock.getAsLong() - started);
	}

	Optional<Duration> left() {
		final double rate = rate();
		return total > 0 && rate > 0 ? Optional.of(Duration.ofSeconds(Math.round((total - done) / rate))) : Optional.empty();
	}

	/** {@code 512 MiB of 1.2 GiB}, or without a total {@code 512 MiB}. */
	String amount(String of) {
		final String bytes = new ByteSize(done).display();
		return total > 0 ? bytes + ' ' + of + ' ' + new ByteSize(total).display() : bytes;
	}

	static String speed(double bytesPerSecond) {
		return new ByteSize(Math.round(bytesPerSecond)).display() + "/s"; //$NON-NLS-1$
	}

	private static double perSecond(long bytes, long nanos) {
		return nanos <= 0 ? 0 : bytes * 1e9 / nanos;
	}
}
