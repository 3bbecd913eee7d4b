package dev.benchtop.cli.progress;

import java.io.PrintStream;
import java.util.function.LongSupplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** Progress in a pipe: a line for each phase, and one every two seconds. */
public final class LineProgress implements Progress {

	private static final long INTERVAL_NANOS = 2_000_000_000L;

	private final PrintStream out;
	private final CancelToken token;
	private final LongSupplier clock;
	private Phase phase;
	private Meter meter;
	private long printed;

	/** Lines on {@code out}; {@code clock} tells nanoseconds. */
	public LineProgress(PrintStream out, CancelToken token, LongSupplier clock) {
		this.out = out;
		this.token = token;
		this.clock = clock;
	}

	@Override
	public CancelToken token() {
		return token;
	}

	@Override
	public void begin(Phase next, long totalBytes) {
		phase = next;
		meter = new Meter(clock, totalBytes);
		print(NLS.bind(Messages.LineProgress_phase, next.label()));
	}

	@Override
	public void total(long totalBytes) {
		if (meter != null) {
			meter.total(totalBytes);
		}
	}

	@Override
	public void advance(long bytes) {
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
	public void message(String text) {
		print(text);
	}

	private void print(String line) {
		printed = clock.getAsLong();
		out.println(line);
	}
}
