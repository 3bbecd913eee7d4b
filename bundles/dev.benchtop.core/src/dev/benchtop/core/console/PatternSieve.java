package dev.benchtop.core.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.benchtop.core.console.EscapeFilter.State;

/**
 * Finds the blocks that may have what a regular expression looks for, in the bytes as they came: the shape of the expression as an automaton, one step
 * for each byte, whose states are made as they are come to. Escape sequences are passed over by the same automaton. As a step waits for the one before,
 * four parts of a slice are read at once. Not thread-safe.
 */
final class PatternSieve {

	private static final int LANES = 4;
	private static final int BYTES = 0x100;
	private static final int MOST_STATES = 500;
	/** In the table: not known yet, and that the line has to be looked at. */
	private static final int UNKNOWN = -1;
	private static final int FOUND = -2;
	private static final Seen START = new Seen(new BitSet(), State.TEXT, false);

	/**
	 * What was read of a line.
	 *
	 * @param signs of the expression that may have come last
	 * @param escape where in an escape sequence it is
	 * @param returned whether a carriage return came, which counts only if there is more behind it (see {@link LineText})
	 */
	private record Seen(BitSet signs, State escape, boolean returned) {
	}

	private final PatternShape shape;
	private final List<Seen> states = new ArrayList<>();
	private final Map<Seen, Integer> rows = new HashMap<>();
	/** A row for each state: the row of the next one for each byte. */
	private int[] table = new int[0];
	/** Of each part that is read: the row of its state, its next byte, and the one behind the last. */
	private final int[] row = new int[LANES];
	private final int[] at = new int[LANES];
	private final int[] end = new int[LANES];

	PatternSieve(PatternShape shape) {
		this.shape = shape;
		begin();
	}

	private void begin() {
		states.clear();
		rows.clear();
		Arrays.fill(table, UNKNOWN);
		row(START);
	}

	/** The blocks of a slice in which it may be. */
	BitSet find(LogSlice slice, byte[] bytes) {
		final var found = (BitSet) slice.odd().clone();
		for (int lane = 0; lane < LANES; lane++) {
			row[lane] = 0;
			at[lane] = slice.starts()[slice.blocks() * lane / LANES];
			end[lane] = slice.starts()[slice.blocks() * (lane + 1) / LANES];
		}
		for (int steps = shortest(); steps > 0; steps = shortest()) {
			final int taken = readAll(bytes, steps);
			for (int lane = 0; lane < LANES; lane++) {
				at[lane] += taken;
				if (taken < steps) {
					read(lane, bytes, slice, found);
				}
			}
		}
		for (int lane = 0; lane < LANES; lane++) {
			while (at[lane] < end[lane]) {
				read(lane, bytes, slice, found);
			}
		}
		return found;
	}

	private int shortest() {
		int shortest = Integer.MAX_VALUE;
		for (int lane = 0; lane < LANES; lane++) {
			shortest = Math.min(shortest, end[lane] - at[lane]);
		}
		return shortest;
	}

	/** Reads so many bytes of each part; fewer where not all of the next steps are known. Returns how many. */
	private int readAll(byte[] bytes, int most) {
		final int[] next = table;
		final int first = at[0];
		final int second = at[1];
		final int third = at[2];
		final int fourth = at[3];
		int a = row[0];
		int b = row[1];
		int c = row[2];
		int d = row[3];
		int read = 0;
		while (read < most) {
			final int nextA = next[a + (bytes[first + read] & 0xff)];
			final int nextB = next[b + (bytes[second + read] & 0xff)];
			final int nextC = next[c + (bytes[third + read] & 0xff)];
			final int nextD = next[d + (bytes[fourth + read] & 0xff)];
			if ((nextA | nextB | nextC | nextD) < 0) {
				break;
			}
			a = nextA;
			b = nextB;
			c = nextC;
			d = nextD;
			read++;
		}
		row[0] = a;
		row[1] = b;
		row[2] = c;
		row[3] = d;
		return read;
	}

	/** Reads one byte of a part; where it was found there the part goes on with the next block. */
	private void read(int lane, byte[] bytes, LogSlice slice, BitSet found) {
		final int value = bytes[at[lane]] & 0xff;
		int next = table[row[lane] + value];
		if (next == UNKNOWN) {
			next = learn(lane, value);
		}
		if (next == FOUND) {
			final int block = slice.blockAt(at[lane]);
			found.set(block);
			row[lane] = 0;
			at[lane] = slice.starts()[block + 1];
		} else {
			row[lane] = next;
			at[lane]++;
		}
	}

	private int learn(int lane, int value) {
		if (states.size() > MOST_STATES) {
			final Seen[] seen = Arrays.stream(row).mapToObj(each -> states.get(each / BYTES)).toArray(Seen[]::new);
			begin();
			Arrays.setAll(row, each -> row(seen[each]));
		}
		final int next = next(states.get(row[lane] / BYTES), value);
		table[row[lane] + value] = next;
		return next;
	}

	private int next(Seen seen, int value) {
		final char c = (char) value;
		if (c == '\n') {
			return 0;
		} else if (seen.escape() == State.TEXT && c != '\r' && EscapeFilter.isText(c)) {
			return c == '\b' ? FOUND : text(seen, Math.min(c, PatternShape.OTHER));
		} else if (c >= PatternShape.OTHER && (seen.escape() == State.ESCAPE || seen.escape() == State.INTERMEDIATE)) {
			return FOUND; // how many bytes belong to the sequence is not known here
		}
		final boolean returns = seen.escape() == State.TEXT && c == '\r';
		return row(new Seen(seen.signs(), EscapeFilter.next(seen.escape(), c), seen.returned() || returns));
	}

	private int text(Seen seen, int character) {
		final BitSet before = seen.returned() ? shape.next(seen.signs(), PatternShape.OTHER) : seen.signs();
		final BitSet next = shape.next(before, character);
		return before.intersects(shape.last()) || next.intersects(shape.last()) ? FOUND : row(new Seen(next, State.TEXT, false));
	}

	private int row(Seen seen) {
		final Integer known = rows.get(seen);
		if (known != null) {
			return known;
		}
		final int row = states.size() * BYTES;
		rows.put(seen, row);
		states.add(seen);
		if (table.length == row) {
			table = Arrays.copyOf(table, Math.max(16 * BYTES, 2 * row));
			Arrays.fill(table, row, table.length, UNKNOWN);
		}
		return row;
	}
}
