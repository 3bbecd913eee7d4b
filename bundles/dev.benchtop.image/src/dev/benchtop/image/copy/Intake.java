package dev.benchtop.image.copy;

import java.io.Closeable;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.osgi.util.NLS;

/**
 * Reads a content ahead into a ring of chunks, sums and hashes them, on threads of its own.
 * No chunk goes beyond the first MiB, so that this can be held back, nor beyond a multiple of 4 MiB, nor out of what is mapped.
 */
final class Intake implements Closeable {

	static final int HEAD = 1 << 20;
	static final int CHUNK = 4 << 20;
	private static final int WRITER_AND_HASH = 2;
	private static final int HASH = 1;

	private final Source.Content content;
	private final Mapping mapping;
	private final Hashing hashing;
	private final boolean whole;
	private final Pipe<Chunk> ring = new Pipe<>();
	private final Pipe<Chunk> toSum = new Pipe<>();
	private final Pipe<Chunk> toWriter = new Pipe<>();
	private final Pipe<Chunk> toHash = new Pipe<>();
	private final CompletableFuture<Optional<String>> hash = new CompletableFuture<>();
	private volatile boolean readAll;
	private volatile long length;

	/**
	 * @param hashed whether the hash of the whole content is wanted
	 * @param whole whether all of the content is read for it, mapped or not
	 * @param chunks how many are under way
	 */
	Intake(Source.Content content, Mapping mapping, boolean hashed, boolean whole, int chunks) {
		this.content = content;
		this.mapping = mapping;
		this.hashing = new Hashing(mapping, hashed, whole);
		this.whole = whole;
		for (int i = 0; i < chunks; i++) {
			ring.put(new Chunk(CHUNK, ring));
		}
	}

	void start() {
		Thread.ofPlatform().daemon().name("image-read").start(() -> run(this::read)); //$NON-NLS-1$
		Thread.ofPlatform().daemon().name("image-sum").start(() -> run(this::sum)); //$NON-NLS-1$
		Thread.ofPlatform().daemon().name("image-hash").start(() -> run(this::hash)); //$NON-NLS-1$
	}

	private interface Task {
		void run() throws IOException;
	}

	private void run(Task task) {
		try {
			task.run();
		} catch (IOException e) {
			stop(e);
		} catch (RuntimeException | Error e) {
			stop(new IOException(e.toString(), e));
		}
	}

	private void read() throws IOException {
		long position = 0;
		for (boolean more = true; more;) {
			position = next(position);
			final Chunk chunk = ring.take();
			final int size = (int) Math.min(sizeAt(position), mapping.border(position) - position);
			final var room = chunk.room(size);
			content.fill(room);
			more = room.position() > 0;
			if (more) {
				final boolean mapped = mapping.isMapped(position);
				chunk.fill(position, room.position(), mapped, mapped ? WRITER_AND_HASH : HASH);
				position += room.position();
				toHash.put(chunk);
				if (mapped) {
					toSum.put(chunk);
				}
			}
		}
		if (content.length().isPresent() && content.length().getAsLong() != position) {
			throw new IOException(NLS.bind(Messages.Source_short, position, content.length().getAsLong()));
		}
		mapping.requireLength(position);
		length = position;
		readAll = true;
		toHash.end();
		toSum.end();
	}

	private void sum() throws IOException {
		for (Chunk chunk = toSum.take(); chunk != null; chunk = toSum.take()) {
			chunk.sum();
			toWriter.put(chunk);
		}
		toWriter.end();
	}

	/** Steps over what is not mapped, where it need not be read. */
	private long next(long position) throws IOException {
		final long next = content.next(position);
		if (!whole && !mapping.isMapped(next)) {
			final long border = mapping.border(next);
			if (border < Long.MAX_VALUE && content.seek(border)) {
				return border;
			}
		}
		return next;
	}

	private static int sizeAt(long position) {
		return position < HEAD ? HEAD - (int) position : CHUNK - (int) (position % CHUNK);
	}

	private void hash() throws IOException {
		for (Chunk chunk = toHash.take(); chunk != null; chunk = toHash.take()) {
			hashing.add(chunk);
			chunk.release();
		}
		hash.complete(hashing.finish(length));
	}

	/** The next mapped chunk in order, to be released; null at the sound end of the content. */
	Chunk next() throws IOException {
		return toWriter.take();
	}

	/** The SHA-256 of all of it in hex, after the last chunk, which is checked by the sums of its map then; empty if not wanted or not all was read. */
	Optional<String> sha256() throws IOException {
		try {
			return hash.join();
		} catch (CompletionException e) {
			throw e.getCause() instanceof IOException reason ? reason : new IOException(e.getCause());
		}
	}

	/** How long the content is, in bytes, after the last chunk. */
	long length() {
		return length;
	}

	/** Whether all of the content is read, though not yet written. */
	boolean readAll() {
		return readAll;
	}

	/** How long the writer has waited for content, in nanoseconds. */
	long writerWaited() {
		return toWriter.waited();
	}

	/** How long the reader has waited for the writer, in nanoseconds. */
	long readerWaited() {
		return ring.waited();
	}

	/** Ends all waiting with the given reason. */
	private void stop(IOException reason) {
		ring.stop(reason);
		toSum.stop(reason);
		toWriter.stop(reason);
		toHash.end();
		hash.completeExceptionally(reason);
	}

	@Override
	public void close() {
		stop(new IOException(Messages.Source_closed));
	}
}
