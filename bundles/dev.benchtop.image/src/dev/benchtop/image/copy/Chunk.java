package dev.benchtop.image.copy;

import java.nio.ByteBuffer;
import java.util.concurrent.atomic.AtomicInteger;

/** A piece of the content on its way; it goes back to its ring when the last of its users is done with it. */
final class Chunk {

	private final int size;
	private final Pipe<Chunk> ring;
	private final AtomicInteger users = new AtomicInteger();
	/** Taken when it is needed, by which time earlier chunks are on their way. */
	private ByteBuffer memory;
	private long position;
	private int length;
	private boolean mapped;
	private Range range;

	Chunk(int size, Pipe<Chunk> ring) {
		this.size = size;
		this.ring = ring;
	}

	/** Room for {@code wanted} bytes. */
	ByteBuffer room(int wanted) {
		if (memory == null) {
			memory = Buffers.allocate(size);
		}
		return memory.slice(0, wanted);
	}

	/** {@code isMapped} says whether it is to be written. */
	void fill(long at, int count, boolean isMapped, int usedBy) {
		position = at;
		length = count;
		mapped = isMapped;
		users.set(usedBy);
	}

	/** What is in it, for one user. */
	ByteBuffer data() {
		return memory.slice(0, length);
	}

	/** Takes the sum of what is in it. */
	void sum() {
		range = Range.of(position, data());
	}

	/** Where it belongs and its sum, once that was taken. */
	Range range() {
		return range;
	}

	boolean mapped() {
		return mapped;
	}

	long position() {
		return position;
	}

	int length() {
		return length;
	}

	void release() {
		if (users.decrementAndGet() == 0) {
			ring.putFirst(this);
		}
	}
}
