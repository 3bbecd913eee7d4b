package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Positional reads of small things. */
final class Fields {

	private Fields() {
	}

	/** Up to {@code length} bytes from {@code position} on, little-endian, ready to be read; fewer at the end of the file. */
	static ByteBuffer read(Bytes bytes, long position, int length) throws IOException {
		final var data = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
		while (data.hasRemaining() && bytes.read(data, position + data.position()) >= 0) {
			// read on until it is full or the file ends
		}
		return data.flip();
	}
}
