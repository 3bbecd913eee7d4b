package dev.benchtop.core.flash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;

/**
 * A place of bytes that an image is copied to.
 * A staged target keeps its old content until {@link Session#commit}; one that is not is changed by the first write.
 */
public interface BlockTarget {

	/** What makes it this one and no other, for plan and journal. */
	String identity();

	/** Bytes that it can hold, where that is fixed. */
	OptionalLong capacity();

	/** Whether the old content stays until the commit. */
	boolean staged();

	/** What it wants of the user before it is overwritten; empty for what is the board's alone. */
	default Optional<Guard> guard() {
		return Optional.empty();
	}

	/** Whether the SHA-256 of what it is given is wanted even where it is not read back. */
	default boolean hashed() {
		return false;
	}

	/**
	 * Opens it for writing and reading back, for its one user.
	 *
	 * @throws BenchException if it may not be opened, with the words that say how it could
	 */
	Session open() throws BenchException;

	/** One copy onto the target. Positional, so that several threads can write at once. */
	interface Session extends AutoCloseable {

		/** How many writes it takes at once, at least 1. Where it is 1, they come one after the other, at rising positions. */
		default int writers() {
			return 1;
		}

		/** Writes all that remains of {@code data} at {@code position}. */
		void write(ByteBuffer data, long position) throws IOException;

		/** Reads until {@code data} is full or the target ends, from the medium and not from a cache where that can be had; returns the bytes read, -1 at the end. */
		int read(ByteBuffer data, long position) throws IOException;

		/** Returns when everything written is on the medium. */
		void sync() throws IOException;

		/** Makes what was written the content of the target, {@code length} bytes long; the last step of a success. */
		void commit(long length) throws IOException;

		/** Gives the target back; a staged target that was not committed has its old content. Ends a call that blocks in another thread. */
		@Override
		void close() throws IOException;
	}
}
