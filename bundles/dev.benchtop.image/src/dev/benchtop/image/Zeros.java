package dev.benchtop.image;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Finds runs of zero bytes that need not be written to a fresh file. */
final class Zeros {

	/** The size of the holes of most file systems. */
	private static final int BLOCK = 4096;
	/** Shorter runs are written, since many small writes cost more than they save. */
	private static final int SHORTEST = 64 << 10;
	private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(BLOCK).asReadOnlyBuffer();

	/** Writes one piece. */
	interface Writer {
		void write(ByteBuffer piece, long position) throws IOException;
	}

	private Zeros() {
	}

	/** Hands over everything but the long runs of zero bytes; takes all of {@code data}. */
	static void skip(ByteBuffer data, long position, Writer writer) throws IOException {
		final int start = data.position();
		final int end = data.limit();
		int from = start;
		for (int at = start; at < end;) {
			final int zero = zeroRun(data, at, end);
			if (zero >= SHORTEST) {
				write(data, from, at, start, position, writer);
				from = at + zero;
			}
			at += Math.max(zero, BLOCK);
		}
		write(data, from, end, start, position, writer);
		data.position(end);
	}

	/** The length of the zero blocks from {@code at} on; the last block may be short. */
	private static int zeroRun(ByteBuffer data, int at, int end) {
		int to = at;
		while (to < end) {
			final int length = Math.min(BLOCK, end - to);
			if (data.slice(to, length).mismatch(ZEROS.slice(0, length)) >= 0) {
				break;
			}
			to += length;
		}
		return to - at;
	}

	private static void write(ByteBuffer data, int from, int to, int start, long position, Writer writer) throws IOException {
		if (to > from) {
			final var piece = data.slice(from, to - from);
			try {
				writer.write(piece, position + from - start);
			} finally {
				data.position(from + piece.position());
			}
		}
	}
}
