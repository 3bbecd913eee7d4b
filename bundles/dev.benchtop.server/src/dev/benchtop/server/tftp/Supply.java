package dev.benchtop.server.tftp;

import java.io.IOException;

/**
 * Has the blocks of a file at hand. A local file is read on the spot while the client is busy; any other is read ahead by a thread of a
 * pool, since it may be slow.
 * Only for the thread that serves all clients.
 */
final class Supply {

	private final Loop loop;
	private final Source source;
	private final boolean slow;
	private final Runnable arrived;
	private Chunk current;
	private Chunk ahead;
	private boolean loading;
	private boolean closed;
	private Exception failure;

	/** {@code arrived} is called when a block can be had that could not before. */
	Supply(Loop loop, Source source, boolean local, int blockSize, Runnable arrived) {
		this.loop = loop;
		this.source = source;
		this.slow = !local;
		this.arrived = arrived;
		current = new Chunk(loop.buffers().take(), blockSize);
		ahead = new Chunk(loop.buffers().take(), blockSize);
	}

	/** The chunk that holds a block, {@code null} where it is still to come. */
	Chunk at(long block) throws IOException {
		if (current.holds(block)) {
			return current;
		}
		if (!slow) {
			prepare(block);
			swap();
			return current;
		}
		if (loading) {
			return null;
		}
		if (failure != null) {
			throw new IOException(failure);
		}
		if (!ahead.holds(block)) {
			load(block);
			return null;
		}
		swap();
		if (!current.ends()) {
			load(current.next());
		}
		return current;
	}

	/** Reads a block that is going to be asked for, where that is quick. */
	void prepare(long block) throws IOException {
		if (!slow && !current.holds(block) && !ahead.holds(block)) {
			ahead.load(source, block);
		}
	}

	private void swap() {
		final var used = current;
		current = ahead;
		ahead = used;
	}

	private void load(long block) {
		loading = true;
		final var chunk = ahead;
		loop.readers().execute(() -> {
			Exception failed = null;
			try {
				chunk.load(source, block);
			} catch (final IOException | RuntimeException e) {
				failed = e;
			}
			final var result = failed;
			loop.execute(() -> loaded(result));
		});
	}

	private void loaded(Exception failed) {
		loading = false;
		failure = failed;
		if (closed) {
			release();
		} else {
			arrived.run();
		}
	}

	/** Gives everything back, where a read is under way as soon as it has ended. */
	void close() {
		closed = true;
		loop.discard(source, !slow);
		if (!loading) {
			release();
		}
	}

	private void release() {
		loop.buffers().give(current.buffer());
		loop.buffers().give(ahead.buffer());
	}
}
