package dev.benchtop.ui.console.log;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How the time of a line is written before it. */
public enum TimeStyle {

	/** Not at all. */
	OFF(0),
	/** The date and the time of the clock. */
	ABSOLUTE(23),
	/** The time since another line, the first one at first. */
	SINCE_START(13),
	/** The time since the line before. */
	DELTA(11);

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault()); //$NON-NLS-1$

	private final int width;

	TimeStyle(int width) {
		this.width = width;
	}

	/** The characters that it takes at least. */
	int width() {
		return width;
	}

	/** The next one, round the end. */
	public TimeStyle next() {
		return values()[(ordinal() + 1) % values().length];
	}

	/** What it is called in a menu. */
	public String label() {
		return switch (this) {
			case OFF -> Messages.TimeStyle_off;
			case ABSOLUTE -> Messages.TimeStyle_absolute;
			case SINCE_START -> Messages.TimeStyle_sinceStart;
			case DELTA -> Messages.TimeStyle_delta;
		};
	}

	/** The words for a time, which is counted from another one where the style wants that. */
	String format(Instant time, Instant from) {
		return switch (this) {
			case OFF -> ""; //$NON-NLS-1$
			case ABSOLUTE -> CLOCK.format(time);
			case SINCE_START -> padded(hours(Duration.between(from, time)));
			case DELTA -> padded(seconds(Duration.between(from, time)));
		};
	}

	private String padded(String words) {
		return " ".repeat(Math.max(0, width - words.length())) + words; //$NON-NLS-1$
	}

	private static String hours(Duration time) {
		final long millis = Math.abs(time.toMillis());
		return String.format(Locale.ROOT, "%s%d:%02d:%02d.%03d", time.isNegative() ? "-" : "", millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static String seconds(Duration time) {
		return String.format(Locale.ROOT, "%+.3f", time.toMillis() / 1000.0); //$NON-NLS-1$
	}
}
