package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.util.Optional;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogText;

/** A stretch of a log from where the mouse went down to where it is. */
record LogSelection(LogPosition anchor, LogPosition caret) {

	/** More is not copied at once. */
	static final int MOST = 16 << 20;

	LogPosition start() {
		return anchor.compareTo(caret) <= 0 ? anchor : caret;
	}

	LogPosition end() {
		return anchor.compareTo(caret) <= 0 ? caret : anchor;
	}

	boolean empty() {
		return anchor.equals(caret);
	}

	/** The first selected character of a line of so many. */
	int from(long line, int length) {
		return line < start().line() ? length : line == start().line() ? Math.min(length, start().column()) : 0;
	}

	/** The character behind the last selected one of a line of so many; one behind its end where the line end is selected. */
	int to(long line, int length) {
		return line < start().line() || line > end().line() ? 0 : line < end().line() ? length + 1 : Math.min(length, end().column());
	}

	/** What stands before a line. */
	@FunctionalInterface
	interface Before {
		String of(LogLine line) throws IOException;
	}

	/** The selected text, lines separated by a line feed; what is beyond {@link #MOST} characters is left out. */
	String text(LogText log, Before before) throws IOException {
		final var text = new StringBuilder();
		for (long number = Math.max(start().line(), log.firstLine()); number <= Math.min(end().line(), log.endLine() - 1) && text.length() < MOST; number++) {
			final Optional<LogLine> line = log.line(number);
			if (line.isPresent()) {
				final String words = line.get().text();
				text.append(before.of(line.get())).append(words, from(number, words.length()), Math.max(from(number, words.length()), Math.min(words.length(), to(number, words.length()))));
			}
			if (number < end().line()) {
				text.append('\n');
			}
		}
		return text.toString();
	}
}
