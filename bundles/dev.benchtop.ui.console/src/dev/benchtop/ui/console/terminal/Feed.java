package dev.benchtop.ui.console.terminal;

import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Feeds the widget from a thread of its own, at most so fast that the window stays alive in a flood.
 * The widget leaves a writer blocked for ever when it goes; this thread can be interrupted then, the console's cannot.
 */
final class Feed implements AutoCloseable {

	private static final int BYTES_PER_SLICE = 256 * 1024;
	private static final long SLICE = TimeUnit.MILLISECONDS.toNanos(50);
	private static final int CHUNK = 8 * 1024;

	private final BlockingQueue<byte[]> queue = new ArrayBlockingQueue<>(64);
	private final Thread pump;
	private volatile boolean closed;

	Feed(OutputStream terminal) {
		pump = Thread.ofPlatform().daemon().name("terminal feed").start(() -> run(terminal)); //$NON-NLS-1$
	}

	void put(byte[] bytes) {
		try {
			while (!closed && !queue.offer(bytes, 100, TimeUnit.MILLISECONDS)) {
				// tried again, so that closing ends it
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	@Override
	public void close() {
		closed = true;
		pump.interrupt();
	}

	private void run(OutputStream terminal) {
		try {
			long sliceStart = System.nanoTime();
			int inSlice = 0;
			while (!closed) {
				final byte[] bytes = queue.take();
				for (int from = 0; from < bytes.length; from += CHUNK) {
					final int length = Math.min(CHUNK, bytes.length - from);
					terminal.write(bytes, from, length);
					inSlice += length;
					final long left = sliceStart + SLICE - System.nanoTime();
					if (left <= 0 || inSlice >= BYTES_PER_SLICE) {
						if (left > 0) {
							TimeUnit.NANOSECONDS.sleep(left);
						}
						sliceStart = System.nanoTime();
						inSlice = 0;
					}
				}
			}
		} catch (InterruptedException | IOException e) {
			closed = true;
		}
	}
}
