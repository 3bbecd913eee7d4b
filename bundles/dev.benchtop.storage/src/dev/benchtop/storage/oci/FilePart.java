package dev.benchtop.storage.oci;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/** A part of a local file. */
final class FilePart extends InputStream {

	private final InputStream in;
	private long left;

	/** @param length -1 for all to the end */
	FilePart(Path file, long offset, long length) throws IOException {
		in = Channels.newInputStream(FileChannel.open(file).position(offset));
		left = length < 0 ? Long.MAX_VALUE : length;
	}

	@Override
	public int read() throws IOException {
		final byte[] one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
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
