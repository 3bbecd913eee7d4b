package dev.benchtop.serial.line;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

import dev.benchtop.core.BlockInput;

/**
 * Reads a line on a thread of its own, so that the system's small buffer never runs over while whoever takes the bytes is held up: by a
 * slow disk, for instance. Holds 16 MiB, which is 40 s at 4 Mbaud; only then it waits.
 */
public final class Intake extends BlockInput {

	/** Where the bytes come from. */
	@FunctionalInterface
	public interface Source {
		/** Waits for bytes; returns how many came, or -1 at the end. */
		int read(byte[] into) throws IOException;
	}

	private static final int CHUNK = 1 << 16;
	private static final int LIMIT = 16 << 20;

	private final Source source;
	private final Deque<byte[]> chunks = new ArrayDeque<>();
	private int held;
	private int at;
	private boolean ended;
	private IOException failure;

	private Intake(Source source) {
		this.source = source;
	}

	/** Begins to read; {@code name} is for the thread. */
	public static Intake start(Source source, String name) {
		final var intake = new Intake(source);
		Thread.ofPlatform().daemon().name("line " + name).start(intake::run); //$NON-NLS-1$
		return intake;
	}

	private void run() {
		final var bytes = new byte[CHUNK];
		try {
			for (int count = source.read(bytes); count >= 0; count = source.read(bytes)) {
				if (count > 0) {
					add(Arrays.copyOf(bytes, count));
				}
			}
			end(null);
		} catch (IOException e) {
			end(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			end(null);
		}
	}

	private synchronized void add(byte[] chunk) throws InterruptedException {
		while (held > LIMIT && !ended) {
			wait();
		}
		chunks.add(chunk);
		held += chunk.length;
		notifyAll();
	}

	private synchronized void end(IOException why) {
		if (!ended) {
			failure = why;
		}
		ended = true;
		notifyAll();
	}

	@Override
	public synchronized int read(byte[] into, int offset, int length) throws IOException {
		try {
			while (chunks.isEmpty() && !ended) {
				wait();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return -1;
		}
		if (chunks.isEmpty() && failure != null) {
			throw failure;
		}
		return chunks.isEmpty() ? -1 : take(into, offset, length);
	}

	/** As many as are there and fit. */
	private int take(byte[] into, int offset, int length) {
		int taken = 0;
		while (taken < length && !chunks.isEmpty()) {
			final byte[] chunk = chunks.peek();
			final int count = Math.min(length - taken, chunk.length - at);
			System.arraycopy(chunk, at, into, offset + taken, count);
			taken += count;
			at += count;
			if (at == chunk.length) {
				chunks.remove();
				at = 0;
			}
		}
		held -= taken;
		notifyAll();
		return taken;
	}

	/** What was read is still given out. */
	@Override
	public void close() {
		end(null);
	}
}
