package dev.benchtop.core.console;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The last bytes of a line and the readers that wait for more. A place is counted from the first byte of the line on. */
final class LineBuffer {

	private final int size;
	private final ReentrantLock lock = new ReentrantLock();
	private final Condition more = lock.newCondition();
	private final List<LineReader> readers = new ArrayList<>();
	private byte[] ring;
	private long start;
	private long end;
	private long replayFrom;
	private long oldUntil;

	LineBuffer(int size) {
		this.size = size;
	}

	/** Where the next byte will be. */
	long end() {
		lock.lock();
		try {
			return end;
		} finally {
			lock.unlock();
		}
	}

	/** Passes over the bytes up to {@code place}, which are in the log only; who waits for more is replayed the last of them. */
	void skipTo(long place) {
		lock.lock();
		try {
			if (place > end) {
				readers.stream().filter(reader -> reader.place() == end).forEach(reader -> reader.skipTo(place - size));
				start = place;
				end = place;
				more.signalAll();
			}
		} finally {
			lock.unlock();
		}
	}

	/** What is below {@code place} was said before anybody could hear it. */
	void oldUntil(long place) {
		lock.lock();
		try {
			oldUntil = place;
		} finally {
			lock.unlock();
		}
	}

	void append(byte[] bytes, int length) {
		lock.lock();
		try {
			if (ring == null) {
				ring = new byte[size];
			}
			for (int done = 0; done < length;) {
				final int at = (int) (end % size);
				final int part = Math.min(length - done, size - at);
				System.arraycopy(bytes, done, ring, at, part);
				done += part;
				end += part;
			}
			start = Math.max(start, end - size);
			more.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/** New readers begin here. */
	void clear() {
		lock.lock();
		try {
			replayFrom = end;
		} finally {
			lock.unlock();
		}
	}

	/** Tells all readers, between the bytes that came before and those that come after. */
	void changed(ConsoleState state) {
		lock.lock();
		try {
			readers.forEach(reader -> reader.enqueue(end, state));
			more.signalAll();
		} finally {
			lock.unlock();
		}
	}

	/** Adds a reader that begins where the replay does. */
	void add(LineReader reader) {
		lock.lock();
		try {
			reader.begin(Math.max(replayFrom, end - size), end);
			readers.add(reader);
		} finally {
			lock.unlock();
		}
	}

	/** Adds a reader that begins at {@code from}, whether that was said yet or not. */
	void add(LineReader reader, long from) {
		lock.lock();
		try {
			reader.begin(Math.max(0, from), end);
			readers.add(reader);
		} finally {
			lock.unlock();
		}
	}

	void remove(LineReader reader) {
		lock.lock();
		try {
			readers.remove(reader);
			more.signalAll();
		} finally {
			lock.unlock();
		}
	}

	List<LineReader> readers() {
		lock.lock();
		try {
			return List.copyOf(readers);
		} finally {
			lock.unlock();
		}
	}

	/** Waits until there is something for the reader; fills {@code bytes} where they are at hand. */
	LineReader.Step next(LineReader reader, byte[] bytes) throws InterruptedException {
		lock.lockInterruptibly();
		try {
			while (true) {
				if (!readers.contains(reader)) {
					return new LineReader.Step.End();
				}
				final LineReader.Step step = step(reader, bytes);
				if (step != null) {
					return step;
				}
				more.await();
			}
		} finally {
			lock.unlock();
		}
	}

	private LineReader.Step step(LineReader reader, byte[] bytes) {
		final long place = reader.place();
		final long liveFrom = Math.max(reader.attachedAt(), oldUntil);
		if (place >= liveFrom && reader.becomeLive()) {
			return new LineReader.Step.Live();
		}
		final var due = reader.due();
		if (due.isPresent()) {
			return due.get();
		}
		final long until = Math.min(reader.untilEvent(end), place < liveFrom ? liveFrom : Long.MAX_VALUE);
		if (place >= until) {
			return null;
		}
		if (place < start) {
			return new LineReader.Step.FromLog((int) Math.min(bytes.length, Math.min(start, until) - place), start, place < liveFrom);
		}
		final int length = (int) Math.min(bytes.length, until - place);
		final int at = (int) (place % size);
		final int first = Math.min(length, size - at);
		System.arraycopy(ring, at, bytes, 0, first);
		System.arraycopy(ring, 0, bytes, first, length - first);
		return new LineReader.Step.Bytes(length, place < liveFrom);
	}
}
