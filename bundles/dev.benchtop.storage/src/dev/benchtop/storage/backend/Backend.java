package dev.benchtop.storage.backend;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Presigner;

/**
 * One kind of storage, spoken to in keys. A key is a path from the storage's root, normalised, with {@code /} between its names and none at
 * either end; the root is the empty key. A key never leads out of the root.
 * <p>
 * All calls block and may come from several threads at once. They tell a failure by a {@link BackendException}; whoever calls adds storage,
 * path and operation, and tries again what is {@linkplain BackendException.Kind#BROKEN broken}. {@link #close} ends calls that
 * block in other threads within a second.
 */
public interface Backend extends Closeable {

	/** What it can do; known without a connection. */
	Abilities abilities();

	/** What lies there; fails with {@link BackendException.Kind#MISSING} where nothing does. */
	Entry stat(String key) throws IOException;

	/**
	 * Names what lies in a folder, or with {@code recursive} all that lies below it, without the folder itself, in any order, as it comes.
	 *
	 * @throws IOException of the sink, which ends the listing
	 */
	void list(String key, boolean recursive, Sink sink) throws IOException;

	/** Takes the entries of a listing. */
	@FunctionalInterface
	interface Sink {
		void accept(Entry entry) throws IOException;
	}

	/**
	 * Opens a file at {@code offset}. Closing the stream ends a read that blocks in another thread.
	 *
	 * @param offset at most the size of the file
	 * @param length how many bytes are wanted; -1 for all to the end. The stream may end earlier only where the file does
	 * @param etag the version that is wanted, where one is known; another one fails with {@link BackendException.Kind#CHANGED}
	 */
	InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException;

	/** How ranges are best read, for the channel that reads ahead. */
	default Reading reading() {
		return Reading.STREAM;
	}

	/**
	 * How ranges are best read.
	 *
	 * @param size bytes of one range; -1 for one stream to the end
	 * @param parallel how many ranges at once
	 */
	record Reading(int size, int parallel) {
		public static final Reading STREAM = new Reading(-1, 1);
	}

	/**
	 * Begins to write a file. Nothing is under the final name before {@link Upload#commit} where the storage can do that at all; what was
	 * there before is replaced then. Parents need not exist where the storage knows no folders; else they are made.
	 *
	 * @param size how long it will be; -1 where that is not known
	 */
	Upload write(String key, long size) throws IOException;

	/** One file being written, by one thread; closed without a commit it leaves nothing behind. */
	interface Upload extends Closeable {

		/** Writes all that remains of {@code data}. */
		void write(java.nio.ByteBuffer data) throws IOException;

		/** Makes what was written the file; the last call but {@link #close}. */
		void commit() throws IOException;
	}

	/** Makes a folder and its missing parents; one that is there is fine. */
	void createFolder(String key) throws IOException;

	/** Copies a file inside the storage, over what is there. */
	void copy(String from, String to) throws IOException;

	/** Renames a file or folder, over a file that is there. */
	void rename(String from, String to) throws IOException;

	/** Deletes a file or an empty folder; fails with {@link BackendException.Kind#MISSING} where nothing is. */
	void delete(String key) throws IOException;

	/** Deletes a folder and all below it, or a file. */
	void deleteTree(String key) throws IOException;

	/** Makes a request that gives access for a while. */
	default Presigner.Request presign(String key, Presigner.Operation operation, Duration expiry) throws IOException {
		throw new BackendException(BackendException.Kind.UNSUPPORTED, ""); //$NON-NLS-1$
	}

	/**
	 * The file where it lies in another file system, whose channels are then used as they are; checked to lie inside the root, links resolved.
	 * Empty for a storage that is not one.
	 */
	default Optional<Path> direct(String key) throws IOException {
		return Optional.empty();
	}
}
