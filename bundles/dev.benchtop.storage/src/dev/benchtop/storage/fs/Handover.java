package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.util.ArrayDeque;
import java.util.Queue;

/**
 * Hands things from one thread to another, of which it holds a few; closing it from any thread ends both sides at once.
 *
 * @param <T> what is handed over
 */
final class Handover<T> {

	private final int capacity;
	private final Queue<T> waiting = new ArrayDeque<>();
	private IOException failure;
	private boolean ended;
	private boolean closed;

	Handover(int capacity) {
		this.capacity = capacity;
	}

	/** Waits for room. */
	synchronized void put(T thing) throws IOException {
		while (!closed && waiting.size() >= capacity) {
			await();
		}
		if (closed) {
			throw new ClosedChannelException();
		}
		waiting.add(thing);
		notifyAll();
	}

	/** Says that nothing more comes; with a failure, {@link #take} throws it when all that came before is taken. */
	synchronized void end(IOException why) {
		failure = why;
		ended = true;
		notifyAll();
	}

	/** Waits for the next one; null at the end. */
	synchronized T take() throws IOException {
		peek();
		notifyAll();
		return waiting.poll();
	}

	/** Waits until there is one or the end, and leaves it there; throws what {@link #take} would. */
	synchronized void peek() throws IOException {
		while (!closed && !ended && waiting.isEmpty()) {
			await();
		}
		if (closed) {
			throw new ClosedChannelException();
		}
		if (waiting.isEmpty() && failure != null) {
			throw failure;
		}
	}

	synchronized void close() {
		closed = true;
		waiting.clear();
		notifyAll();
	}

	synchronized boolean isClosed() {
		return closed;
	}

	private void await() {
		try {
			wait();
		} catch (final InterruptedException e) {
			Thread.currentThread().interrupt();
			closed = true;
			notifyAll();
		}
	}
}
