package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.LongConsumer;

/** Moves bytes from one channel to another; with many of them one thread reads while another writes. */
final class Pump {

	/** Up to here a second thread is not worth it. */
	private static final int SMALL = 1 << 20;
	private static final int BUFFERS = 4;
	private static final ByteBuffer END = ByteBuffer.allocate(0);

	private final ReadableByteChannel from;
	private final WritableByteChannel to;
	private final Optional<MessageDigest> digest;
	private final LongConsumer moved;
	private final BlockingQueue<ByteBuffer> empty = new ArrayBlockingQueue<>(BUFFERS);
	private final BlockingQueue<ByteBuffer> full = new ArrayBlockingQueue<>(BUFFERS + 1);
	private volatile boolean stopped;
	private volatile IOException failure;

	/**
	 * @param digest is fed with all that passes
	 * @param moved hears of bytes that were written
	 */
	Pump(ReadableByteChannel from, WritableByteChannel to, Optional<MessageDigest> digest, LongConsumer moved) {
		this.from = from;
		this.to = to;
		this.digest = digest;
		this.moved = moved;
	}

	/** Moves all to the end; {@code size} is how much is expected, -1 where that is not known. */
	void run(long size) throws IOException {
		try {
			if (size >= 0 && size <= SMALL) {
				one(ByteBuffer.allocate((int) Math.max(1, size)));
			} else {
				two();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
	}

	private void one(ByteBuffer buffer) throws IOException {
		while (fill(buffer)) {
			write(buffer);
		}
	}

	private void two() throws IOException, InterruptedException {
		for (int i = 0; i < BUFFERS; i++) {
			empty.add(ByteBuffer.allocateDirect(SMALL));
		}
		final Thread reader = Thread.ofPlatform().daemon().name("benchtop transfer reads").start(this::read); //$NON-NLS-1$
		boolean complete = false;
		try {
			for (ByteBuffer next = full.take(); next != END; next = full.take()) {
				write(next);
				empty.add(next);
			}
			if (failure != null) {
				throw failure;
			}
			complete = true;
		} finally {
			stopped = true;
			if (!complete) {
				empty.offer(END);
				Channels.close(from);
			}
			reader.join();
		}
	}

	private void read() {
		try {
			for (ByteBuffer next = empty.take(); !stopped && fill(next); next = empty.take()) {
				full.put(next);
			}
		} catch (IOException e) {
			failure = e;
		} catch (RuntimeException e) {
			failure = new SourceException(e);
		} catch (Error e) {
			failure = new SourceException(new IOException(e.toString(), e));
		} catch (InterruptedException e) {
			failure = new IOException(e);
		} finally {
			full.add(END);
		}
	}

	/** Fills the buffer and readies it for writing; false at the end. */
	private boolean fill(ByteBuffer buffer) throws IOException {
		buffer.clear();
		while (buffer.hasRemaining() && from.read(buffer) >= 0) {
			if (stopped) {
				return false;
			}
		}
		buffer.flip();
		digest.ifPresent(sum -> sum.update(buffer.duplicate()));
		return buffer.hasRemaining();
	}

	private void write(ByteBuffer buffer) throws IOException {
		while (buffer.hasRemaining()) {
			moved.accept(to.write(buffer));
		}
	}
}
