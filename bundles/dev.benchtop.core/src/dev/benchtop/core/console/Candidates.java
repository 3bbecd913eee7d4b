package dev.benchtop.core.console;

import java.util.Optional;

/** The blocks of a slice in which something may be found. */
final class Candidates {

	private final LogSlice slice;
	private final Optional<Sieve> sieve;
	private final PlainBytes plain;

	/** All blocks, where there is no sieve. */
	Candidates(LogSlice slice, Optional<Sieve> sieve) {
		this.slice = slice;
		this.sieve = sieve;
		plain = sieve.isPresent() ? PlainBytes.of(slice) : new PlainBytes(slice.bytes(), slice.starts());
	}

	/** The first one from a block on; the number of blocks where there is none. */
	int next(int block) {
		int next = block;
		while (sieve.isPresent() && next < slice.blocks() && !plain.odd(next)) {
			final int end = plain.nextOdd(next);
			final int at = sieve.get().find(plain.bytes(), plain.start(next), plain.start(end));
			if (at >= 0) {
				return plain.blockAt(at, next);
			}
			next = end;
		}
		return Math.min(next, slice.blocks());
	}
}
