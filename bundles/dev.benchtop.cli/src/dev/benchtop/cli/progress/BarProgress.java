package dev.benchtop.cli.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.CancelToken;

/** A progress bar on a terminal, redrawn in place; what is over stays as a line. */
public final class BarProgress extends Metered {

	private static final long REDRAW_NANOS = 100_000_000L;
	private static final int CELLS = 20;
	private static final int FEWEST_CELLS = 5;
	private static final int BRACKETS = 3;
	private static final int WIDTH = 79;
	private static final String CLEAR = "\r\033[K"; //$NON-NLS-1$

	private long drawn;

	/** A bar on {@code out}; {@code clock} tells nanoseconds. */
	public BarProgress(PrintStream out, CancelToken token, LongSupplier clock) {
		super(out, token, clock);
	}

	@Override
	public synchronized void begin(Phase next, long totalBytes) {
		end();
		phase = next;
		meter = new Meter(clock, totalBytes);
		draw();
	}

	@Override
	public synchronized void advance(long bytes) {
		if (meter != null) {
			meter.advance(bytes);
			if (clock.getAsLong() - drawn >= REDRAW_NANOS) {
				draw();
			}
		}
	}

	@Override
	public synchronized void message(String text) {
		if (meter == null) {
			out.println(text);
		} else {
			out.print(CLEAR + text + System.lineSeparator());
			draw();
		}
	}

	/** Ends the running phase, and leaves a line of what it did. */
	public synchronized void end() {
		if (meter == null) {
			return;
		}
		final String seconds = String.format("%.1f", meter.elapsed().toMillis() / 1000.0); //$NON-NLS-1$
		out.println(CLEAR + (meter.counts()
				? NLS.bind(Messages.BarProgress_transferred, new Object[] {phase.label(), meter.amount(Messages.Meter_of), seconds, Meter.speed(meter.meanRate())})
				: NLS.bind(Messages.BarProgress_done, phase.label(), seconds)));
		meter = null;
	}

	private void draw() {
		drawn = clock.getAsLong();
		final String figures = figures();
		final String line = phase.label() + bar(WIDTH - phase.label().length() - figures.length()) + figures;
		out.print(CLEAR + line.substring(0, Math.min(line.length(), WIDTH)));
		out.flush();
	}

	/** As long as there is room for it. */
	private String bar(int room) {
		final int cells = Math.min(CELLS, room - BRACKETS);
		if (meter.percent().isEmpty() || cells < FEWEST_CELLS) {
			return ""; //$NON-NLS-1$
		}
		final int full = meter.percent().getAsInt() * cells / 100;
		return " [" + "#".repeat(full) + "-".repeat(cells - full) + ']'; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private String figures() {
		if (!meter.counts()) {
			return " \u2026"; //$NON-NLS-1$
		}
		final var text = new StringBuilder();
		meter.percent().ifPresent(percent -> text.append(' ').append(percent).append(" %")); //$NON-NLS-1$
		text.append("  ").append(meter.amount(Messages.Meter_of)).append("  ").append(Meter.speed(meter.rate())); //$NON-NLS-1$ //$NON-NLS-2$
		meter.left().ifPresent(left -> text.append("  ").append(NLS.bind(Messages.BarProgress_left, clockTime(left)))); //$NON-NLS-1$
		return text.toString();
	}

	private static String clockTime(Duration time) {
		return time.toHours() > 0 ? String.format("%d:%02d:%02d", time.toHours(), time.toMinutesPart(), time.toSecondsPart()) //$NON-NLS-1$
				: String.format("%d:%02d", time.toMinutes(), time.toSecondsPart()); //$NON-NLS-1$
	}
}
