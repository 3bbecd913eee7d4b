package dev.benchtop.core.console;

import java.util.BitSet;
import java.util.List;

import dev.benchtop.core.console.PatternShape.Sign;

/**
 * What a regular expression is made of, roughly: signs, of which one follows another (Glushkov's automaton). Whatever the expression finds is
 * found by its shape too, but not the other way round: what only looks at its surroundings, and what was found before, are not in it.
 *
 * @param signs in the order in which they are written
 * @param following the signs that may come behind each
 * @param first the signs with which it may begin
 * @param last the signs with which it may end
 */
record PatternShape(List<Sign> signs, List<BitSet> following, BitSet first, BitSet last) {

	/** One place of the expression that stands for a sign: which of ASCII, and whether any other. */
	record Sign(BitSet ascii, boolean other) {
	}
}
