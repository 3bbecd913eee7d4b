package dev.benchtop.core.console;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;

import dev.benchtop.core.capability.Console.Attachment;

/**
 * One listener with its own place in the line and its own thread. What the buffer holds no more comes from the log, so that a
 * listener as slow as can be misses nothing and delays nobody.
 */
final class LineReader implements Attachment {

	/** What a reader does next. */
	sealed interface Step {
		record Bytes(int length, boolean replay) implements Step {
		}

		/** Bytes that only the log has; from {@code kept} on the buffer has them. */
		record FromLog(int length, long kept, boolean replay) implements Step {
		}

		record Live() implements Step {
		}

		record Changed(ConsoleState state) implements Step {
		}

		record End() implements Step {
		}
	}

	private record Event(long place, ConsoleState state) {
	}

	private static final int CHUNK = 1 << 16;

	private final LineBuffer buffer;
	private final LineLog log;
	private final ConsoleListener listener;
	private final Deque<Event> events = new ArrayDeque<>();
	private long place;
	private long attachedAt;
	private boolean live;

	LineReader(LineBuffer buffer, LineLog log, ConsoleListener listener) {
		this.buffer = buffer;
		this.log = log;
		this.listener = listener;
	}

	void begin(long from, long now) {
		place = from;
		attachedAt = now;
	}

	/** While it waits. */
	void skipTo(long to) {
		place = Math.max(place, to);
	}

	void start(String name) {
		Thread.ofVirtual().name("reader of " + name).start(this::run); //$NON-NLS-1$
	}

	long place() {
		return place;
	}

	long attachedAt() {
		return attachedAt;
	}

	void enqueue(long at, ConsoleState state) {
		events.add(new Event(at, state));
	}

	Optional<Step> due() {
		return events.isEmpty() || events.peek().place > place ? Optional.empty() : Optional.of(new Step.Changed(events.poll().state));
	}

	/** How far the reader may go before it has to hear of an event. */
	long untilEvent(long end) {
		return events.isEmpty() ? end : Math.min(end, events.peek().place);
	}

	boolean becomeLive() {
		final boolean becomes = !live;
		live = true;
		return becomes;
	}

	/** Gives way after each step: a virtual thread that never waits would keep the others from theirs. */
	private void run() {
		final var bytes = new byte[CHUNK];
		try {
			while (take(buffer.next(this, bytes), bytes)) {
				Thread.yield();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		} catch (RuntimeException e) {
			System.getLogger(getClass().getName()).log(Level.ERROR, "A console listener failed and hears no more", e); //$NON-NLS-1$
		} finally {
			buffer.remove(this);
		}
	}

	private boolean take(Step step, byte[] bytes) {
		switch (step) {
			case Step.Bytes(int length, boolean replay) -> received(bytes, length, replay);
			case Step.FromLog(int length, long kept, boolean replay) -> {
				final int got = fromLog(bytes, length);
				if (got > 0) {
					received(bytes, got, replay);
				} else {
					place = log.start() > place ? Math.min(log.start(), kept) : kept;
				}
			}
			case Step.Live() -> listener.live();
			case Step.Changed(ConsoleState state) -> listener.changed(state);
			case Step.End() -> {
				return false;
			}
		}
		return true;
	}

	private int fromLog(byte[] bytes, int length) {
		try {
			return log.read(place, bytes, length);
		} catch (IOException e) {
			System.getLogger(getClass().getName()).log(Level.WARNING, "A slow console listener misses bytes: the log cannot be read", e); //$NON-NLS-1$
			return -1;
		}
	}

	private void received(byte[] bytes, int length, boolean replay) {
		live &= !replay;
		place += length;
		listener.received(Arrays.copyOf(bytes, length), replay);
	}

	@Override
	public void close() {
		buffer.remove(this);
	}
}
