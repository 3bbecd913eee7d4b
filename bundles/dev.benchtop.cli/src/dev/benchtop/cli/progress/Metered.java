package dev.benchtop.cli.progress;

import java.io.PrintStream;
import java.util.function.LongSupplier;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** Progress that is printed, with a meter for the phase that runs. */
abstract class Metered implements Progress {

	final PrintStream out;
	final LongSupplier clock;
	private final CancelToken token;
	/** The one that runs; null before the first, and where there is none any more. */
	Phase phase;
	Meter meter;

	/** {@code clock} tells nanoseconds. */
	Metered(PrintStream out, CancelToken token, LongSupplier clock) {
		this.out = out;
		this.token = token;
		this.clock = clock;
	}

	@Override
	public final CancelToken token() {
		return token;
	}

	@Override
	public synchronized void total(long totalBytes) {
		if (meter != null) {
			meter.total(totalBytes);
		}
	}
}
