package dev.benchtop.ui.console;

import java.util.Objects;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Console.Attachment;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;

/** Ties one tab to a console, and to the one that takes its place when the board's file changes. */
final class ConsoleConnection implements AutoCloseable {

	/** Who is tied to it. Called from any thread but the UI thread. */
	interface Tab {

		/** Bytes to show, in order. */
		void show(byte[] bytes);

		/** What was shown is of another console; returns when nothing of it is to be seen. */
		void reset();

		/** Something that the bar shows is different now. */
		void changed();
	}

	private final Tab tab;
	private Origin origin;
	private Origin opening;
	private Console console;
	private Attachment attachment;
	private BenchException failure;
	private boolean closed;
	private boolean used;
	private volatile boolean live;

	ConsoleConnection(Tab tab) {
		this.tab = tab;
	}

	/** Ties the tab to a console; does nothing where it is tied to it. Quick. */
	synchronized void follow(Optional<Origin> found) {
		if (closed || Objects.equals(found.orElse(null), origin)) {
			return;
		}
		detach();
		origin = found.orElse(null);
		found.ifPresent(next -> Thread.ofPlatform().daemon().name("console " + next.name()).start(() -> connect(next))); //$NON-NLS-1$
		tab.changed();
	}

	/** Tries again after a failure. Quick. */
	synchronized void retry() {
		final var again = Optional.ofNullable(origin);
		detach();
		origin = null;
		follow(again);
	}

	synchronized Optional<Console> console() {
		return Optional.ofNullable(console);
	}

	/** Why the console could not be had. */
	synchronized Optional<BenchException> failure() {
		return Optional.ofNullable(failure);
	}

	/** Whether the console is being opened at the moment, which may take as long as the board takes to answer. */
	synchronized boolean opening() {
		return opening != null && opening == origin;
	}

	/** Whether what comes now is said now, and not replayed. */
	boolean live() {
		return live;
	}

	@Override
	public synchronized void close() {
		closed = true;
		detach();
	}

	private void connect(Origin next) {
		try {
			final Console found = next.take();
			resetIfUsed();
			synchronized (this) {
				if (closed || origin != next) {
					next.release();
					return;
				}
				console = found;
				used = true;
				attachment = found.attach(new Ear());
				opening = next;
			}
			tab.changed();
			found.open();
		} catch (BenchException e) {
			synchronized (this) {
				if (origin == next) {
					failure = e;
				}
			}
		} finally {
			opened(next);
		}
		tab.changed();
	}

	private synchronized void opened(Origin done) {
		if (opening == done) {
			opening = null;
		}
	}

	/** Without the lock: the UI thread, which the tab waits for, may want it. */
	private void resetIfUsed() {
		final boolean again;
		synchronized (this) {
			again = used;
		}
		if (again) {
			tab.reset();
		}
	}

	private void detach() {
		if (attachment != null) {
			attachment.close();
			origin.release();
		}
		attachment = null;
		console = null;
		failure = null;
		live = false;
	}

	/** Hears the console for the tab. */
	private final class Ear implements ConsoleListener {

		private final QueryFilter filter = new QueryFilter();

		@Override
		public void received(byte[] bytes, boolean replay) {
			if (replay) {
				live = false;
			}
			tab.show(replay ? filter.filter(bytes) : bytes);
		}

		@Override
		public void live() {
			tab.show(filter.rest());
			live = true;
		}

		@Override
		public void changed(ConsoleState state) {
			tab.changed();
		}
	}
}
