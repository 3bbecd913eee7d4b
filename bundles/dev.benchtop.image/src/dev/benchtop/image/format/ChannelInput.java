package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

import org.tukaani.xz.SeekableInputStream;

/** A channel that several threads read, each with a position of its own; closing it leaves the channel open. */
final class ChannelInput extends SeekableInputStream {

	private final FileChannel channel;
	private long position;

	ChannelInput(FileChannel channel) {
		this.channel = channel;
	}

	@Override
	public int read() throws IOException {
		final var one = new byte[1];
		return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		final int count = channel.read(ByteBuffer.wrap(to, at, length), position);
		position += Math.max(0, count);
		return count;
	}

	@Override
	public long length() throws IOException {
		return channel.size();
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
