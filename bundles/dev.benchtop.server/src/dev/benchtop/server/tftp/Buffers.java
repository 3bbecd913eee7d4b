package dev.benchtop.server.tftp;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;

/** Direct buffers of one size that are used again; only for the thread that serves all clients. */
final class Buffers {

	/** Room for the largest block with its header, and for many small ones. */
	static final int SIZE = 64 << 10;

	private final Deque<ByteBuffer> idle = new ArrayDeque<>();

	ByteBuffer take() {
		final var buffer = idle.poll();
		return buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear();
	}

	void give(ByteBuffer buffer) {
		idle.push(buffer);
	}
}
