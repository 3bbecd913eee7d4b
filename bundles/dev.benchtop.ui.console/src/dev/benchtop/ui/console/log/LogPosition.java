package dev.benchtop.ui.console.log;

import java.util.Comparator;

/**
 * A place between two characters of a log.
 *
 * @param line the number of the line
 * @param column how many characters of its text are before
 */
record LogPosition(long line, int column) implements Comparable<LogPosition> {

	private static final Comparator<LogPosition> ORDER = Comparator.comparingLong(LogPosition::line).thenComparingInt(LogPosition::column);

	@Override
	public int compareTo(LogPosition other) {
		return ORDER.compare(this, other);
	}
}
