package dev.benchtop.image.format;

/** Unpacks an LZ4 block that refers back into the bytes before it, which the library does not. */
final class Lz4Block {

	private static final int SHORTEST_MATCH = 4;
	private static final int LONG = 15;

	private Lz4Block() {
	}

	/**
	 * Unpacks the first {@code length} bytes of {@code packed} to {@code to[at..]} and returns how many came out.
	 *
	 * @param before how many bytes before {@code at} may be referred to
	 * @param most how many may come out
	 * @throws IndexOutOfBoundsException where the block is corrupt
	 */
	static int decompress(byte[] packed, int length, byte[] to, int at, int before, int most) {
		final int end = at + most;
		int in = 0;
		int out = at;
		while (true) {
			final int token = packed[in++] & 0xff;
			int literals = token >> 4;
			if (literals == LONG) {
				int more;
				do {
					more = packed[in++] & 0xff;
					literals += more;
				} while (more == 255 && in < length);
			}
			check(literals <= length - in && literals <= end - out);
			System.arraycopy(packed, in, to, out, literals);
			in += literals;
			out += literals;
			if (in == length) {
				return out - at;
			}
			check(in + 2 <= length);
			final int distance = packed[in] & 0xff | (packed[in + 1] & 0xff) << 8;
			in += 2;
			int match = token & LONG;
			if (match == LONG) {
				int more;
				do {
					check(in < length);
					more = packed[in++] & 0xff;
					match += more;
				} while (more == 255);
			}
			match += SHORTEST_MATCH;
			check(in < length && distance != 0 && distance <= out - at + before && match <= end - out);
			copy(to, out, distance, match);
			out += match;
		}
	}

	private static void check(boolean sound) {
		if (!sound) {
			throw new IndexOutOfBoundsException();
		}
	}

	/** Copies from {@code distance} bytes back; where the two overlap, what was copied is copied again. */
	private static void copy(byte[] data, int at, int distance, int length) {
		for (int done = 0; done < length;) {
			final int step = Math.min(distance + done, length - done);
			System.arraycopy(data, at - distance, data, at + done, step);
			done += step;
		}
	}
}
