package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;

import org.tukaani.xz.SeekableInputStream;

/** Bytes that several threads read, each with a position of its own; closing it leaves them open. */
final class BytesInput extends SeekableInputStream {

	private final Bytes bytes;
	private long position;

	BytesInput(Bytes bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read() throws IOException {
		final var one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		final int count = bytes.read(ByteBuffer.wrap(to, at, length), position);
		position += Math.max(0, count);
		return count;
	}

	@Override
	public long length() throws IOException {
		return bytes.size();
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public void seek(long to) {
		position = to;
	}
}
