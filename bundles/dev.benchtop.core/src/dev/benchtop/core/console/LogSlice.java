package dev.benchtop.core.console;

import java.util.List;

/**
 * Some blocks of a log in one piece.
 *
 * @param number of the first line
 * @param place of the first byte
 * @param endLine the number behind that of the last line
 * @param starts where each block begins in the bytes, and the end of the last
 * @param dirty which blocks have control characters
 */
record LogSlice(long number, long place, long endLine, byte[] bytes, int[] starts, boolean[] dirty) {

	int blocks() {
		return dirty.length;
	}

	/** The number behind that of a block's last line. */
	long endLine(int block) {
		return Math.min(endLine, number + (block + 1L) * LogPart.BLOCK);
	}

	List<LogLine> lines(int block) {
		final int end = Math.min(starts[block + 1], bytes.length);
		return LogPart.lines(number + (long) block * LogPart.BLOCK, place + starts[block], bytes, starts[block], end, !dirty[block]);
	}
}
