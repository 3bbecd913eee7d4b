package dev.benchtop.image.copy;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;

/** A queue between two threads that can end, or be stopped with the reason that both of them then get. */
final class Pipe<T> {

	private final Deque<T> items = new ArrayDeque<>();
	private boolean ended;
	private IOException stopped;
	private long waited;
	private boolean waiting;
	private long since;

	synchronized void put(T item) {
		items.add(item);
		notifyAll();
	}

	/** Puts an item before all others. */
	synchronized void putFirst(T item) {
		items.addFirst(item);
		notifyAll();
	}

	/** The next item, waited for; null at the end. */
	synchronized T take() throws IOException {
		since = System.nanoTime();
		waiting = true;
		while (items.isEmpty() && !ended && stopped == null) {
			try {
				wait();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IOException(e);
			}
		}
		waited = waited();
		waiting = false;
		if (stopped != null) {
			throw stopped;
		}
		return items.poll();
	}

	synchronized void end() {
		ended = true;
		notifyAll();
	}

	synchronized void stop(IOException reason) {
		if (stopped == null) {
			stopped = reason;
		}
		notifyAll();
	}

	/** How long the taker has waited so far, in nanoseconds. */
	synchronized long waited() {
		return waiting ? waited + System.nanoTime() - since : waited;
	}
}
