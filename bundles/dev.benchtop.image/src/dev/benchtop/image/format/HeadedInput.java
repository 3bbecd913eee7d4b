package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** A direct input from its first byte on, after its head was read already. */
final class HeadedInput<T extends InputStream & DirectInput> extends InputStream implements DirectInput {

	private final ByteBuffer head;
	private final T rest;

	HeadedInput(byte[] head, T rest) {
		this.head = ByteBuffer.wrap(head);
		this.rest = rest;
	}

	@Override
	public int read(ByteBuffer to) throws IOException {
		if (!head.hasRemaining()) {
			return rest.read(to);
		}
		final int count = Math.min(head.remaining(), to.remaining());
		to.put(head.slice(head.position(), count));
		head.position(head.position() + count);
		return count;
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		return head.hasRemaining() && length > 0 ? read(ByteBuffer.wrap(to, at, length)) : rest.read(to, at, length);
	}

	@Override
	public int read() throws IOException {
		return head.hasRemaining() ? head.get() & 0xff : rest.read();
	}

	@Override
	public void close() throws IOException {
		rest.close();
	}
}
