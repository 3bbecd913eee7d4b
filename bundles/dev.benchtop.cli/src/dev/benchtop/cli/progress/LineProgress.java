package dev.benchtop.cli.progress;

import java.io.PrintStream;
import java.util.function.LongSupplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.CancelToken;

/** Progress in a pipe: a line for each phase, and one every two seconds. */
public final class LineProgress extends Metered {

	private static final long INTERVAL_NANOS = 2_000_000_000L;

	private long printed;

	/** Lines on {@code out}; {@code clock} tells nanoseconds. */
	public LineProgress(PrintStream out, CancelToken token, LongSupplier clock) {
		super(out, token, clock);
	}

	@Override
	public synchronized void begin(Phase next, long totalBytes) {
		phase = next;
		meter = new Meter(clock, totalBytes);
		print(NLS.bind(Messages.LineProgress_phase, next.label()));
	}

	@Override
	public synchronized void advance(long bytes) {
		if (meter == null) {
			return;
		}
		meter.advance(bytes);
		if (clock.getAsLong() - printed >= INTERVAL_NANOS) {
			final String speed = Meter.speed(meter.rate());
			print(meter.percent().isPresent()
					? NLS.bind(Messages.LineProgress_percent, new Object[] {phase.label(), meter.percent().getAsInt(), meter.amount(Messages.Meter_of), speed})
					: NLS.bind(Messages.LineProgress_amount, new Object[] {phase.label(), meter.amount(Messages.Meter_of), speed}));
		}
	}

	@Override
	public synchronized void message(String text) {
		print(text);
	}

	private void print(String line) {
		printed = clock.getAsLong();
		out.println(line);
	}
}
