package dev.benchtop.core.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the lines that may have what a regular expression looks for: its shape as an automaton, one step for each byte, whose states are made as they
 * are come to. Not thread-safe.
 */
final class PatternSieve implements Sieve {

	private static final int ASCII = 0x80;
	private static final int BYTES = 0x100;
	private static final int MOST_STATES = 500;
	/** In the table: not known yet, and that all of it was there. */
	private static final int UNKNOWN = -1;
	private static final int FOUND = -2;

	private final PatternShape shape;
	/** The signs of the expression that may have come last. */
	private final List<BitSet> states = new ArrayList<>();
	private final Map<BitSet, Integer> numbers = new HashMap<>();
	/** For each state and byte the next state. */
	private int[] table = new int[0];

	PatternSieve(PatternShape shape) {
		this.shape = shape;
		begin();
	}

	private void begin() {
		states.clear();
		numbers.clear();
		Arrays.fill(table, UNKNOWN);
		number(new BitSet());
	}

	@Override
	public int find(byte[] bytes, int from, int to) {
		int state = 0;
		for (int i = from; i < to; i++) {
			final int next = table[state << 8 | bytes[i] & 0xff];
			if (next >= 0) {
				state = next;
			} else if (next == FOUND) {
				return i;
			} else if (bytes[i] != '\r' || i + 1 < to && bytes[i + 1] != '\n') {
				state = step(state, bytes[i]);
				if (state == FOUND) {
					return i;
				}
			}
		}
		return -1;
	}

	/** What a byte leads to. A carriage return is read as another sign (see {@link LineText}), if no line ends with it; only that is not kept. */
	private int step(int state, byte value) {
		final int sign = value < 0 || value == '\r' ? ASCII : value;
		final int next = sign == '\n' ? 0 : next(states.get(state), sign);
		if (next > 0 && states.size() > MOST_STATES) {
			final BitSet last = states.get(next);
			begin();
			return number(last);
		}
		if (value != '\r') {
			table[state << 8 | value & 0xff] = next;
		}
		return next;
	}

	private int next(BitSet state, int sign) {
		final var begins = (BitSet) shape.first().clone();
		state.stream().forEach(each -> begins.or(shape.following().get(each)));
		final var next = new BitSet();
		begins.stream().filter(each -> matches(each, sign)).forEach(next::set);
		if (sign == ASCII) {
			state.stream().filter(each -> shape.signs().get(each).other()).forEach(next::set); // the next byte of the same character
		}
		return next.intersects(shape.last()) ? FOUND : number(next);
	}

	private boolean matches(int index, int sign) {
		final var expected = shape.signs().get(index);
		return sign == ASCII ? expected.other() : expected.ascii().get(sign);
	}

	private int number(BitSet state) {
		final Integer known = numbers.get(state);
		if (known != null) {
			return known;
		}
		final int number = states.size();
		numbers.put(state, number);
		states.add(state);
		if (table.length < states.size() * BYTES) {
			final int before = table.length;
			table = Arrays.copyOf(table, Math.max(16 * BYTES, 2 * before));
			Arrays.fill(table, before, table.length, UNKNOWN);
		}
		return number;
	}
}
