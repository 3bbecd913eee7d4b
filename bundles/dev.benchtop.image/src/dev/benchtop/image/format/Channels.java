package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Positional reads of small things. */
final class Channels {

	private Channels() {
	}

	/** Up to {@code length} bytes from {@code position} on, little-endian, ready to be read; fewer at the end of the file. */
	static ByteBuffer read(FileChannel channel, long position, int length) throws IOException {
		final var data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		while (data.hasRemaining() && channel.read(data, position + data.position()) >= 0) {
			// read on until it is full or the file ends
		}
		return data.flip();
	}
}
