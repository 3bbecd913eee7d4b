package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.util.OptionalLong;

/** A file that is not packed. */
public final class ChannelContent implements Content {

	private final SeekableByteChannel channel;
	private final long length;

	public ChannelContent(SeekableByteChannel channel) throws IOException {
		this.channel = channel;
		this.length = channel.size();
	}

	@Override
	public ByteBuffer read(long position, int wanted) throws IOException {
		final var data = ByteBuffer.allocate(wanted).order(ByteOrder.LITTLE_ENDIAN);
		if (position < length) {
			channel.position(position);
			while (data.hasRemaining() && channel.read(data) >= 0) {
				// read on until it is full or the file ends
			}
		}
		return data.flip();
	}

	@Override
	public OptionalLong length() {
		return OptionalLong.of(length);
	}
}
