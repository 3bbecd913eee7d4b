package dev.benchtop.image.copy;

import java.io.Closeable;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

import org.eclipse.osgi.util.NLS;

/**
 * Reads a content ahead into a ring of chunks and hashes them, on threads of its own.
 * The first chunk is the first MiB, so that it can be held back; all others end at a multiple of 4 MiB.
 */
final class Intake implements Closeable {

	static final int HEAD = 1 << 20;
	static final int CHUNK = 4 << 20;
	private static final int CHUNKS = 8;
	/** The writer and the hash. */
	private static final int USERS = 2;

	private final Source.Content content;
	private final Pipe<Chunk> ring = new Pipe<>();
	private final Pipe<Chunk> toWriter = new Pipe<>();
	private final Pipe<Chunk> toHash = new Pipe<>();
	private final CompletableFuture<String> hash = new CompletableFuture<>();
	private volatile boolean readAll;

	Intake(Source.Content content) {
		this.content = content;
		for (int i = 0; i < CHUNKS; i++) {
			ring.put(new Chunk(CHUNK, ring));
		}
	}

	void start() {
		Thread.ofPlatform().daemon().name("image-read").start(() -> run(this::read)); //$NON-NLS-1$
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
			final Chunk chunk = ring.take();
			final var room = chunk.room(sizeAt(position));
			content.fill(room);
			more = room.position() == sizeAt(position);
			if (room.position() > 0) {
				chunk.fill(position, room.position(), USERS);
				position += room.position();
				toHash.put(chunk);
				toWriter.put(chunk);
			}
		}
		if (content.length().isPresent() && content.length().getAsLong() != position) {
			throw new IOException(NLS.bind(Messages.Source_short, position, content.length().getAsLong()));
		}
		readAll = true;
		toHash.end();
		toWriter.end();
	}

	static int sizeAt(long position) {
		return position == 0 ? HEAD : CHUNK - (int) (position % CHUNK);
	}

	private void hash() throws IOException {
		final MessageDigest digest = Sha256.begin();
		for (Chunk chunk = toHash.take(); chunk != null; chunk = toHash.take()) {
			digest.update(chunk.data());
			chunk.release();
		}
		hash.complete(Sha256.finish(digest));
	}

	/** The next chunk in order, to be released; null at the sound end of the content. */
	Chunk next() throws IOException {
		return toWriter.take();
	}

	/** The SHA-256 of all of it in hex, after the last chunk. */
	String sha256() throws IOException {
		try {
			return hash.join();
		} catch (CompletionException e) {
			throw new IOException(e.getCause());
		}
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
		toWriter.stop(reason);
		toHash.end();
		hash.completeExceptionally(reason);
	}

	@Override
	public void close() {
		stop(new IOException(Messages.Source_closed));
	}
}
