package dev.benchtop.core.console;

import java.util.BitSet;

import dev.benchtop.core.console.EscapeFilter.State;

/** The bytes of a slice without the escape sequences in them. Of a block where that cannot be had from the bytes alone it is only known that it is odd. */
final class PlainBytes {

	private final byte[] bytes;
	/** Where each block begins, and the end of the last. */
	private final int[] starts;
	private final BitSet odd = new BitSet();
	private int size;

	/** Bytes that are plain as they are. */
	PlainBytes(byte[] bytes, int[] starts) {
		this.bytes = bytes;
		this.starts = starts;
		size = bytes.length;
	}

	static PlainBytes of(LogSlice slice) {
		int dirty = 0;
		while (dirty < slice.blocks() && !slice.dirty()[dirty]) {
			dirty++;
		}
		if (dirty == slice.blocks()) {
			return new PlainBytes(slice.bytes(), slice.starts());
		}
		final var plain = new PlainBytes(new byte[slice.bytes().length], new int[slice.starts().length]);
		plain.size = 0;
		for (int block = 0; block < slice.blocks(); block++) {
			plain.starts[block] = plain.size;
			plain.take(slice, block);
		}
		plain.starts[slice.blocks()] = plain.size;
		return plain;
	}

	private void take(LogSlice slice, int block) {
		final int from = slice.starts()[block];
		final int to = Math.min(slice.starts()[block + 1], slice.bytes().length);
		if (slice.dirty()[block]) {
			odd.set(block, !strip(slice.bytes(), from, to));
		} else {
			System.arraycopy(slice.bytes(), from, bytes, size, to - from);
			size += to - from;
		}
	}

	/** Returns whether all could be taken for what it is. */
	private boolean strip(byte[] from, int begin, int end) {
		State state = State.TEXT;
		int line = begin;
		for (int i = begin; i < end; i++) {
			final char c = (char) (from[i] & 0xff);
			if (c == '\n') {
				state = State.TEXT;
				line = i + 1;
			}
			if (c == '\b' || i - line >= LogPart.LONGEST - 1 || c >= 0x80 && (state == State.ESCAPE || state == State.INTERMEDIATE)) {
				return false;
			}
			if (state == State.TEXT && EscapeFilter.isText(c)) {
				bytes[size++] = from[i];
			} else {
				state = EscapeFilter.next(state, c);
			}
		}
		return true;
	}

	byte[] bytes() {
		return bytes;
	}

	int start(int block) {
		return Math.min(starts[block], size);
	}

	boolean odd(int block) {
		return odd.get(block);
	}

	/** The first odd block from one on; the number of blocks where there is none. */
	int nextOdd(int block) {
		final int next = odd.nextSetBit(block);
		return next < 0 ? starts.length - 1 : next;
	}

	/** The block of a place, which is not before the block {@code first}. */
	int blockAt(int place, int first) {
		int block = first;
		while (block < starts.length - 2 && place >= starts[block + 1]) {
			block++;
		}
		return block;
	}
}
