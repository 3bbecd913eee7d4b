package dev.benchtop.core.console;

import java.io.IOException;
import java.util.BitSet;
import java.util.Optional;

/** Finds the places of a query in slices of a log, one after the other. Not thread-safe. */
final class SliceSearch {

	/**
	 * What is found in a slice.
	 *
	 * @param end the line behind the last one that was looked at
	 */
	record Found(Places places, long end) {
	}

	private final LogText text;
	private final LogQuery query;
	private final Optional<PatternSieve> sieve;
	private byte[] bytes = new byte[0];

	SliceSearch(LogText text, LogQuery query) {
		this.text = text;
		this.query = query;
		sieve = query.shape().map(PatternSieve::new);
	}

	/** Looks at the lines from one on to before another, until that takes longer than to this time: then at one block at least. */
	Found find(LogSlice slice, long begin, long end, long deadline) throws IOException {
		if (bytes.length < slice.length()) {
			bytes = new byte[slice.length()];
		}
		final var places = new Places();
		if (text.read(slice, bytes)) {
			final BitSet blocks = blocks(slice);
			for (int block = blocks.nextSetBit(0); block >= 0; block = blocks.nextSetBit(block + 1)) {
				for (final LogLine line : slice.lines(block, bytes)) {
					if (line.number() >= begin && line.number() < end) {
						query.in(line.text()).forEach(span -> places.add(line.number(), span.start()));
					}
				}
				if (System.nanoTime() > deadline) {
					return new Found(places, slice.endLine(block));
				}
			}
		}
		return new Found(places, slice.endLine());
	}

	private BitSet blocks(LogSlice slice) {
		if (sieve.isPresent()) {
			return sieve.get().find(slice, bytes);
		}
		final var all = new BitSet();
		all.set(0, slice.blocks());
		return all;
	}
}
