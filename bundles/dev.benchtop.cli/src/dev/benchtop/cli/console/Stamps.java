package dev.benchtop.cli.console;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The time at which a line came, before it. */
final class Stamps {

	/** What the time is counted from. */
	enum Kind {
		/** The clock. */
		CLOCK,
		/** The first line. */
		START,
		/** The line before. */
		DELTA
	}

	private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault()); //$NON-NLS-1$

	private final Kind kind;
	private final InstantSource clock;
	private Instant start;
	private Instant before;

	Stamps(Kind kind, InstantSource clock) {
		this.kind = kind;
		this.clock = clock;
	}

	/** What stands before a line that begins now. */
	byte[] next() {
		final Instant now = clock.instant();
		start = start == null ? now : start;
		before = before == null ? now : before;
		final String time = switch (kind) {
			case CLOCK -> CLOCK.format(now);
			case START -> seconds(start, now);
			case DELTA -> seconds(before, now);
		};
		before = now;
		return ('[' + time + "] ").getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
	}

	private static String seconds(Instant from, Instant to) {
		return String.format(Locale.ROOT, "%10.3f", Duration.between(from, to).toNanos() / 1e9); //$NON-NLS-1$
	}
}
