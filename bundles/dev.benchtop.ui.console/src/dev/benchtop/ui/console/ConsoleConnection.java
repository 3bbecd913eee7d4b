package dev.benchtop.ui.console;

import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Console.Attachment;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;

/** Ties one tab to the console of a node, and to the node that takes its place when the board's file changes. */
final class ConsoleConnection implements AutoCloseable {

	/** Who is tied to it. Called from any thread but the UI thread. */
	interface Tab {

		/** Bytes to show, in order. */
		void show(byte[] bytes);

		/** What was shown is of another node; returns when nothing of it is to be seen. */
		void reset();

		/** Something that the bar shows is different now. */
		void changed();
	}

	private final Tab tab;
	private Node node;
	private Console console;
	private Attachment attachment;
	private BenchException failure;
	private boolean closed;
	private boolean used;
	private volatile boolean live;

	ConsoleConnection(Tab tab) {
		this.tab = tab;
	}

	/** Ties the tab to this node; does nothing where it is tied to it. Quick. */
	synchronized void follow(Optional<Node> found) {
		if (closed || found.orElse(null) == node) {
			return;
		}
		detach();
		node = found.orElse(null);
		found.ifPresent(next -> Thread.ofPlatform().daemon().name("console " + next.path()).start(() -> connect(next))); //$NON-NLS-1$
		tab.changed();
	}

	/** Tries again after a failure. Quick. */
	synchronized void retry() {
		final var again = Optional.ofNullable(node);
		node = null;
		follow(again);
	}

	synchronized Optional<Console> console() {
		return Optional.ofNullable(console);
	}

	/** Why the console could not be had. */
	synchronized Optional<BenchException> failure() {
		return Optional.ofNullable(failure);
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

	private void connect(Node next) {
		try {
			final Console found = next.use(Console.class);
			resetIfUsed();
			synchronized (this) {
				if (closed || node != next) {
					return;
				}
				console = found;
				used = true;
				attachment = found.attach(new Ear());
			}
			found.open();
		} catch (BenchException e) {
			synchronized (this) {
				if (node == next) {
					failure = e;
				}
			}
		}
		tab.changed();
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
