package dev.benchtop.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.concurrent.BlockingQueue;

import dev.benchtop.core.BlockInput;

/** Reads what is put into a queue, each piece as a chunk of its own; {@link #END} ends it. */
public final class QueueInput extends BlockInput {

	/** The piece behind which nothing is read. */
	public static final byte[] END = {};

	private final BlockingQueue<byte[]> queue;
	private ByteArrayInputStream now = new ByteArrayInputStream(END);
	private boolean ended;

	public QueueInput(BlockingQueue<byte[]> queue) {
		this.queue = queue;
	}

	@Override
	public int read(byte[] into, int offset, int length) throws IOException {
		if (now.available() == 0 && !ended) {
			try {
				final byte[] next = queue.take();
				ended = next.length == 0;
				now = new ByteArrayInputStream(next);
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		}
		return ended ? -1 : now.read(into, offset, length);
	}
}
