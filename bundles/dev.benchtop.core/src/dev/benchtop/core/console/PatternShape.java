package dev.benchtop.core.console;

import java.util.BitSet;
import java.util.List;

/**
 * What a regular expression is made of, roughly: signs, of which one follows another (Glushkov's automaton). Whatever the expression finds is
 * found by its shape too, but not the other way round: what only looks at its surroundings, and what was found before, are not in it.
 *
 * @param matching for each character of ASCII, and then for any {@link #OTHER}, the signs that stand for it
 * @param following the signs that may come behind each
 * @param first the signs with which it may begin
 * @param last the signs with which it may end
 */
record PatternShape(List<BitSet> matching, List<BitSet> following, BitSet first, BitSet last) {

	/** Stands for all characters that are not of ASCII. */
	static final int OTHER = 0x80;

	/** The signs that may have come last once one more character has come. */
	BitSet next(BitSet signs, int character) {
		final var next = (BitSet) first.clone();
		for (int sign = signs.nextSetBit(0); sign >= 0; sign = signs.nextSetBit(sign + 1)) {
			next.or(following.get(sign));
		}
		next.and(matching.get(character));
		if (character == OTHER) {
			final var same = (BitSet) signs.clone();
			same.and(matching.get(OTHER)); // the next byte of the same character
			next.or(same);
		}
		return next;
	}
}
