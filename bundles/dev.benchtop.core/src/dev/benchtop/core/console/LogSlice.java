package dev.benchtop.core.console;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * Some blocks of a log in one piece.
 *
 * @param number of the first line
 * @param place of the first byte
 * @param endLine the number behind that of the last line
 * @param starts where each block begins in the bytes, and the end of the last
 * @param controls the blocks that have control characters
 * @param odd the blocks of which it is only known by their lines what can be read in them
 */
record LogSlice(long number, long place, long endLine, int[] starts, BitSet controls, BitSet odd) {

	int blocks() {
		return starts.length - 1;
	}

	int length() {
		return starts[blocks()];
	}

	/** The block with this byte. */
	int blockAt(int at) {
		final int block = Arrays.binarySearch(starts, at);
		return block >= 0 ? block : -block - 2;
	}

	/** The number behind that of a block's last line. */
	long endLine(int block) {
		return Math.min(endLine, number + (block + 1L) * LogPart.BLOCK);
	}

	/** The lines of a block of these bytes. */
	List<LogLine> lines(int block, byte[] bytes) {
		return LogPart.lines(number + (long) block * LogPart.BLOCK, place + starts[block], bytes, starts[block], starts[block + 1], !controls.get(block));
	}
}
