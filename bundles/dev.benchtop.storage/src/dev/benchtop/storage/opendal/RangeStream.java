package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;

import dev.benchtop.core.BlockInput;

/** A part of a file in ranges, one of them fetched ahead. */
final class RangeStream extends BlockInput {

	private static final int RANGE = 4 << 20;
	private static final int AHEAD = 2;
	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private final Native store;
	private final String key;
	private final Deque<CompletableFuture<byte[]>> ranges = new ArrayDeque<>();
	private final CompletableFuture<Void> closing = new CompletableFuture<>();
	private long next;
	private final long end;
	private byte[] current = new byte[0];
	private int position;

	RangeStream(Native store, String key, long offset, long length) {
		this.store = store;
		this.key = key;
		this.next = offset;
		this.end = offset + length;
	}

	@Override
	public int read(byte[] data, int offset, int length) throws IOException {
		if (closing.isDone()) {
			throw Link.closed();
		}
		if (length == 0) {
			return 0;
		}
		if (position == current.length && !advance()) {
			return -1;
		}
		final int count = Math.min(length, current.length - position);
		System.arraycopy(current, position, data, offset, count);
		position += count;
		return count;
	}

	private boolean advance() throws IOException {
		while (next < end && ranges.size() < AHEAD) {
			final long from = next;
			final long count = Math.min(RANGE, end - from);
			ranges.add(store.start(operator -> operator.read(key, from, count)));
			next += count;
		}
		final var range = ranges.poll();
		if (range == null) {
			return false;
		}
		current = store.await(range, closing, PATIENCE);
		position = 0;
		return true;
	}

	@Override
	public void close() {
		closing.complete(null);
	}
}
