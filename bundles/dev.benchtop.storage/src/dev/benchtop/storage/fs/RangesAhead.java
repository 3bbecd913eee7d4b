package dev.benchtop.storage.fs;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;

import dev.benchtop.storage.backend.Backend.Reading;

/** Reads ahead by ranges, several at once. */
final class RangesAhead implements Ahead {

	/** A range on its way. */
	private record Range(ResumingInput input, CompletableFuture<ByteBuffer> bytes) {

		void cancel() {
			input.close();
			bytes.cancel(false);
		}
	}

	private final Executor threads;
	private final Content content;
	private final Reading reading;
	private final long end;
	private final Deque<Range> coming = new ArrayDeque<>();
	private long offset;
	private boolean closed;

	/** @param length -1 for all to the end */
	RangesAhead(Executor threads, Content content, Reading reading, long offset, long length) {
		this.threads = threads;
		this.content = content;
		this.reading = reading;
		this.offset = offset;
		this.end = length < 0 ? content.size() : Math.min(content.size(), offset + length);
		ask();
	}

	private synchronized void ask() {
		while (!closed && coming.size() < reading.parallel() && offset < end) {
			final int size = (int) Math.min(reading.size(), end - offset);
			final var range = new Range(new ResumingInput(content, offset, size), new CompletableFuture<>());
			coming.add(range);
			offset += size;
			threads.execute(() -> fetch(range, size));
		}
	}

	private static void fetch(Range range, int size) {
		try (var input = range.input()) {
			final byte[] bytes = new byte[size];
			for (int filled = 0; filled < size;) {
				filled += input.read(bytes, filled, size - filled);
			}
			range.bytes().complete(ByteBuffer.wrap(bytes));
		} catch (final IOException | RuntimeException | Error e) {
			range.bytes().completeExceptionally(e);
		}
	}

	@Override
	public ByteBuffer next() throws IOException {
		final Range first = first();
		if (first == null) {
			return null;
		}
		try {
			final ByteBuffer bytes = first.bytes().get();
			taken(first);
			return bytes;
		} catch (final CancellationException e) {
			throw new ClosedChannelException();
		} catch (final ExecutionException e) {
			throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException();
		}
	}

	private synchronized Range first() throws IOException {
		if (closed) {
			throw new ClosedChannelException();
		}
		return coming.peek();
	}

	private synchronized void taken(Range range) {
		coming.remove(range);
		ask();
	}

	@Override
	public synchronized void close() {
		closed = true;
		coming.forEach(Range::cancel);
		coming.clear();
	}
}
