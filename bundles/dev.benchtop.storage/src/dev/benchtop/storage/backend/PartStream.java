package dev.benchtop.storage.backend;

import java.io.IOException;
import java.io.InputStream;

import dev.benchtop.core.BlockInput;

/** The beginning of another stream, from where that one stands; closed with it. */
public final class PartStream extends BlockInput {

	private final InputStream in;
	private long left;

	/** @param length how many bytes it has at most */
	public PartStream(InputStream in, long length) {
		this.in = in;
		this.left = length;
	}

	@Override
	public int read(byte[] data, int offset, int length) throws IOException {
		if (left == 0) {
			return -1;
		}
		final int count = in.read(data, offset, (int) Math.min(length, left));
		left -= Math.max(0, count);
		return count;
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
