package dev.benchtop.image.copy;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.OptionalLong;

/** What is copied. It can be opened again, to find out what went wrong. */
public interface Source {

	/** As the user named it. */
	String label();

	/** The size of the file; -1 where that is not known. */
	long packedBytes();

	/** Opens it at its first byte. */
	Content open() throws IOException;

	/** What has to be the same after the copy as before, or the source was changed meanwhile. */
	Object state() throws IOException;

	/** The SHA-256 of the packed file in hex, taken without unpacking; empty where that would fetch it twice. Reports its bytes. */
	Optional<String> packedHash(ProgressCounter read) throws IOException;

	/** Whether the content is packed, so that its hash is another than that of the file. */
	boolean packed();

	/** How many chunks of 4 MiB are read ahead. */
	default int ahead() {
		return 8;
	}

	/** Hears how many bytes were read, and ends the reading with an exception. */
	@FunctionalInterface
	interface ProgressCounter {
		void advance(int bytes) throws IOException;
	}

	/** The bytes to copy, read by one thread. Closing it ends a read that blocks in another. */
	interface Content extends Closeable {

		/**
		 * Steps over what the content says nothing of; returns where it stands then, which is {@code position} itself where there is something.
		 *
		 * @param position where it stands
		 */
		default long next(long position) throws IOException {
			return position;
		}

		/** Goes on at a place further on without reading what lies before it; false where it has to be read. */
		default boolean seek(long position) throws IOException {
			return false;
		}

		/** Reads until {@code data} is full, or the content says nothing of what comes next, or has come to its sound end. */
		void fill(ByteBuffer data) throws IOException;

		/** How many bytes it has, where that is known for sure. */
		OptionalLong length();

		/** How many bytes it will have by what was read so far; -1 where there is no telling. */
		long estimate(long soFar);

		/** How long reads have waited for the medium, in nanoseconds. */
		long waited();

		/** The SHA-256 of the packed file in hex, at the end of the content; empty where it was not taken. */
		Optional<String> packedHash();
	}
}
