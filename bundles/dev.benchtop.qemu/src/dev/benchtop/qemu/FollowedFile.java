package dev.benchtop.qemu;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

import dev.benchtop.core.BlockInput;
import dev.benchtop.core.console.LineOffException;

/** A file from its first byte on, followed as it grows, until its writer has gone. */
final class FollowedFile extends BlockInput {

	private static final long SHORTEST = 2;
	private static final long LONGEST = 40;

	private final FileChannel channel;
	private final BooleanSupplier growing;
	private final String end;
	private final Semaphore expected = new Semaphore(0);
	private volatile boolean closed;
	private volatile long pause = SHORTEST;

	/**
	 * Opens it.
	 *
	 * @param growing whether the writer is still there
	 * @param end what is said when it is not
	 */
	FollowedFile(Path file, BooleanSupplier growing, String end) throws IOException {
		this.channel = FileChannel.open(file, StandardOpenOption.READ);
		this.growing = growing;
		this.end = end;
	}

	/** Looks at once whether there is more, and often for a while. */
	void expect() {
		pause = SHORTEST;
		if (expected.availablePermits() == 0) {
			expected.release();
		}
	}

	/** Throws {@link LineOffException} where the writer has gone and everything was read. */
	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		final var target = ByteBuffer.wrap(bytes, offset, length);
		while (!closed) {
			final boolean last = !growing.getAsBoolean();
			final int count = channel.read(target);
			if (count > 0) {
				pause = SHORTEST;
				return count;
			}
			if (last) {
				throw new LineOffException(end);
			}
			await();
		}
		return -1;
	}

	@Override
	public long skip(long count) throws IOException {
		final long from = channel.position();
		final long to = Math.min(from + Math.max(0, count), Math.max(from, channel.size()));
		channel.position(to);
		return to - from;
	}

	@Override
	public void close() throws IOException {
		closed = true;
		expect();
		channel.close();
	}

	/** Waits for a moment that grows while nothing comes, so that a silent board costs nothing to speak of. */
	private void await() throws IOException {
		try {
			expected.tryAcquire(pause, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
		pause = Math.min(LONGEST, pause * 2);
	}
}
