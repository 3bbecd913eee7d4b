package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.Executor;

import dev.benchtop.storage.backend.Backend.Reading;

/**
 * Reads a file of a storage. What follows is read ahead; after a jump only a little of it, until more is asked for.
 */
final class ReadChannel implements SeekableByteChannel {

	private static final int FIRST = 256 * 1024;
	private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

	private final Executor threads;
	private final Content content;
	private final Failures failures;
	private final Object ends = new Object();
	private ByteBuffer chunk = NOTHING;
	private long chunkStart;
	private long position;
	private volatile Ahead ahead;
	private volatile boolean closed;

	ReadChannel(Executor threads, Content content, Failures failures) {
		this.threads = threads;
		this.content = content;
		this.failures = failures;
	}

	@Override
	public synchronized int read(ByteBuffer target) throws IOException {
		checkOpen();
		if (content.endsAt(position)) {
			return -1;
		}
		if (!target.hasRemaining()) {
			return 0;
		}
		try {
			if (!reach()) {
				return -1;
			}
		} catch (final IOException e) {
			drop();
			if (closed) {
				throw new AsynchronousCloseException();
			}
			throw failures.of(Operation.READ, content.entry().key(), e);
		}
		final int start = (int) (position - chunkStart);
		final int count = Math.min(target.remaining(), chunk.limit() - start);
		target.put(chunk.slice(start, count));
		position += count;
		return count;
	}

	/** Has the chunk in which the position lies; false at the end. */
	private boolean reach() throws IOException {
		if (position < chunkStart || position - chunkEnd() > FIRST) {
			start(position, position > 0 || isRanged() ? FIRST : -1);
		}
		while (position >= chunkEnd()) {
			final ByteBuffer next = ahead == null ? null : ahead.next();
			if (next != null) {
				chunkStart = chunkEnd();
				chunk = next.slice();
			} else if (content.endsAt(chunkEnd()) || content.size() < 0 && ahead != null) {
				return false;
			} else {
				start(chunkEnd(), ahead == null && isRanged() ? FIRST : -1);
			}
		}
		return true;
	}

	private long chunkEnd() {
		return chunkStart + chunk.limit();
	}

	private boolean isRanged() {
		return content.size() >= 0 && content.backend().reading().size() > 0;
	}

	private void start(long offset, long length) throws IOException {
		drop();
		chunkStart = offset;
		final Reading reading = content.backend().reading();
		final Ahead started = isRanged() ? new RangesAhead(threads, content, reading, offset, length)
				: new StreamAhead(threads, content, offset, Math.min(length, content.size() - offset));
		synchronized (ends) {
			ahead = started;
			if (closed) {
				started.close();
				throw new ClosedChannelException();
			}
		}
	}

	private void drop() {
		final Ahead last = ahead;
		ahead = null;
		chunk = NOTHING;
		if (last != null) {
			last.close();
		}
	}

	@Override
	public synchronized long position() throws IOException {
		checkOpen();
		return position;
	}

	@Override
	public synchronized SeekableByteChannel position(long newPosition) throws IOException {
		checkOpen();
		if (newPosition < 0) {
			throw new IllegalArgumentException(String.valueOf(newPosition));
		}
		position = newPosition;
		return this;
	}

	@Override
	public long size() throws IOException {
		checkOpen();
		return Math.max(0, content.size());
	}

	/** Bytes; -1 where the storage does not say. */
	long knownSize() {
		return content.size();
	}

	@Override
	public int write(ByteBuffer source) throws IOException {
		checkOpen();
		throw new NonWritableChannelException();
	}

	@Override
	public SeekableByteChannel truncate(long size) throws IOException {
		checkOpen();
		throw new NonWritableChannelException();
	}

	@Override
	public boolean isOpen() {
		return !closed;
	}

	private void checkOpen() throws IOException {
		if (closed) {
			throw new ClosedChannelException();
		}
	}

	/** Ends a read that blocks in another thread. */
	@Override
	public void close() {
		synchronized (ends) {
			closed = true;
			final Ahead last = ahead;
			if (last != null) {
				last.close();
			}
		}
	}
}
