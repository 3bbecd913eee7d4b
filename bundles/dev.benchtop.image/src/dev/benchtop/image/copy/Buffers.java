package dev.benchtop.image.copy;

import java.nio.ByteBuffer;

/** Memory that goes to and from a medium without being copied once more. */
final class Buffers {

	/** What direct access to media asks for at most. */
	private static final int ALIGNMENT = 4096;

	private Buffers() {
	}

	static ByteBuffer allocate(int size) {
		return ByteBuffer.allocateDirect(size + ALIGNMENT).alignedSlice(ALIGNMENT).slice(0, size);
	}
}
