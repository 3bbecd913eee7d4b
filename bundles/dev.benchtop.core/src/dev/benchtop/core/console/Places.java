package dev.benchtop.core.console;

import java.util.Arrays;

/** Places in the lines of a log, in order. */
final class Places {

	/** No line has more characters than that, see {@link LogPart#LONGEST}. */
	private static final int COLUMN_BITS = 12;

	private long[] all = new long[16];
	private int size;

	private static long number(long line, int column) {
		return (line << COLUMN_BITS) + column; // the end of the longest line is the beginning of the next
	}

	int size() {
		return size;
	}

	long line(int index) {
		return all[index] >> COLUMN_BITS;
	}

	int column(int index) {
		return (int) (all[index] & (1 << COLUMN_BITS) - 1);
	}

	/** Adds one behind all others. */
	void add(long line, int column) {
		add(number(line, column));
	}

	private void add(long number) {
		if (size == all.length) {
			all = Arrays.copyOf(all, 2 * size);
		}
		all[size++] = number;
	}

	/** Adds others behind all others, at most so many. */
	void add(Places others, int most) {
		for (int i = 0; i < Math.min(most, others.size); i++) {
			add(others.all[i]);
		}
	}

	/** Forgets those from a line on. */
	void cut(long line) {
		size = before(line, 0);
	}

	/** How many are before this character. */
	int before(long line, int column) {
		final int found = Arrays.binarySearch(all, 0, size, number(line, column));
		return found >= 0 ? found : -found - 1;
	}
}
