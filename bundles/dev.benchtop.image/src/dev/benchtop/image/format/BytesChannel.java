package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/** Bytes as a channel with a position of its own; closing it leaves them open. */
final class BytesChannel implements SeekableByteChannel {

	private final Bytes bytes;
	private long position;
	private boolean closed;

	BytesChannel(Bytes bytes) {
		this.bytes = bytes;
	}

	@Override
	public int read(ByteBuffer to) throws IOException {
		final int count = bytes.read(to, position);
		position += Math.max(0, count);
		return count;
	}

	@Override
	public long position() {
		return position;
	}

	@Override
	public SeekableByteChannel position(long to) {
		position = to;
		return this;
	}

	@Override
	public long size() throws IOException {
		return bytes.size();
	}

	@Override
	public int write(ByteBuffer from) {
		throw new NonWritableChannelException();
	}

	@Override
	public SeekableByteChannel truncate(long size) {
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return !closed;
	}

	@Override
	public void close() {
		closed = true;
	}
}
