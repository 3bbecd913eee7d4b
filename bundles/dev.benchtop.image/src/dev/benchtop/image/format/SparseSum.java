package dev.benchtop.image.format;

import java.util.zip.CRC32;

/** The CRC-32 of a sparse content, both with its holes as zeros, as simg2img counts it, and without them, as libsparse writes it. */
final class SparseSum {

	private static final byte[] ZEROS = new byte[1 << 20];

	private final CRC32 whole = new CRC32();
	private final CRC32 mapped = new CRC32();

	void data(byte[] data, int at, int length) {
		whole.update(data, at, length);
		mapped.update(data, at, length);
	}

	void hole(long length) {
		for (long left = length; left > 0; left -= ZEROS.length) {
			whole.update(ZEROS, 0, (int) Math.min(left, ZEROS.length));
		}
	}

	boolean matches(int stated) {
		return (int) whole.getValue() == stated || (int) mapped.getValue() == stated;
	}
}
