package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogSearch;
import dev.benchtop.core.console.LogSearch.Hit;
import dev.benchtop.core.console.LogText;

/** What is shown of a log besides its text: times, hits and marks. */
final class LogStyle {

	private TimeStyle times = TimeStyle.OFF;
	private Optional<Instant> zero = Optional.empty();
	private Optional<LogSearch> search = Optional.empty();
	private Optional<Hit> current = Optional.empty();
	private final Set<Long> marks = new ConcurrentSkipListSet<>();

	TimeStyle times() {
		return times;
	}

	void times(TimeStyle style) {
		times = style;
	}

	/** The time from which times are counted; empty for the first one of the log. */
	void zero(Optional<Instant> time) {
		zero = time;
	}

	Optional<LogSearch> search() {
		return search;
	}

	void search(Optional<LogSearch> now) {
		search = now;
		current = Optional.empty();
	}

	Optional<Hit> current() {
		return current;
	}

	void current(Optional<Hit> hit) {
		current = hit;
	}

	/** The numbers of lines that a trigger has marked. */
	Set<Long> marks() {
		return marks;
	}

	/** What stands before a line; empty where its time is not known. */
	String time(LogText text, LogLine line) throws IOException {
		final Optional<Instant> time = times == TimeStyle.OFF ? Optional.empty() : text.time(line.place());
		if (time.isEmpty()) {
			return ""; //$NON-NLS-1$
		}
		final Optional<Instant> from = switch (times) {
			case SINCE_START -> zero.isPresent() ? zero : text.firstTime();
			case DELTA -> before(text, line);
			default -> time;
		};
		return times.format(time.get(), from.orElse(time.get()));
	}

	private static Optional<Instant> before(LogText text, LogLine line) throws IOException {
		final var before = text.line(line.number() - 1);
		return before.isEmpty() ? Optional.empty() : text.time(before.get().place());
	}
}
