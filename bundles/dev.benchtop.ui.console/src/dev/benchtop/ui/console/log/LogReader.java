package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;

import dev.benchtop.core.console.LogQuery;
import dev.benchtop.core.console.LogSearch;
import dev.benchtop.core.console.LogText;

/** Follows a log and searches it, on a thread of its own. */
public final class LogReader implements AutoCloseable {

	/** Something that reads the log for longer. */
	@FunctionalInterface
	interface Errand {
		void run(LogText text) throws IOException;
	}

	private static final long LOOK_MILLIS = 50;
	private static final long TELL_NANOS = 40_000_000;

	private final LogText text;
	private final Runnable changed;
	private final Deque<Errand> errands = new ArrayDeque<>();
	private final Trouble trouble = new Trouble();
	private List<LogWatch> watches = List.of();
	private LogSearch search;
	private boolean searching;
	private boolean paused;
	private boolean closed;
	private long told;

	/**
	 * Begins to read.
	 *
	 * @param changed is called on the reader's thread when there is more of the log or of what is found, a few times a second at most
	 */
	public LogReader(Path log, Runnable changed) {
		text = new LogText(log);
		this.changed = changed;
		errands.add(this::prepare);
		Thread.ofPlatform().daemon().name("log " + log.getFileName()).start(this::run); //$NON-NLS-1$
	}

	public LogText text() {
		return text;
	}

	/** Begins another search, first behind this line; the one before ends. Returns at once. */
	synchronized LogSearch find(LogQuery query, long from) {
		search = new LogSearch(text, query, from);
		searching = true;
		notifyAll();
		return search;
	}

	synchronized void stopFinding() {
		search = null;
		searching = false;
	}

	/** Whether the search goes on through what is there. */
	synchronized boolean searching() {
		return searching;
	}

	/** Looks out for these from now on, in place of what it looked out for before; its listeners hear on the reader's thread. */
	void watch(Map<LogQuery, LogWatch.Listener> wanted) {
		soon(_ -> watches = wanted.entrySet().stream().map(each -> new LogWatch(text, each.getKey(), each.getValue())).toList());
	}

	/** Stops to look, while nobody sees the log, or looks again. */
	synchronized void pause(boolean pausing) {
		paused = pausing;
		notifyAll();
	}

	/** Reads something for longer, soon. */
	synchronized void soon(Errand errand) {
		errands.add(errand);
		notifyAll();
	}

	@Override
	public void close() {
		synchronized (this) {
			closed = true;
			notifyAll();
		}
		text.close();
	}

	private void run() {
		try {
			while (!isClosed()) {
				look();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Searches a little, as the first search of all would have to wait until its classes are loaded. */
	private void prepare(LogText log) throws IOException {
		if (log.refresh()) {
			tell(false);
			new LogSearch(log, LogQuery.of("^\\d$", true, true), log.firstLine()).step(); //$NON-NLS-1$
		}
	}

	private void look() throws InterruptedException {
		boolean news = false;
		boolean more = false;
		try {
			final var errand = next();
			if (errand.isPresent()) {
				errand.get().run(text);
			}
			news = text.refresh();
			more = search();
			if (!more) {
				more = watch();
			}
			trouble.ends();
		} catch (IOException e) {
			if (!isClosed() && trouble.begins(e)) {
				ILog.of(LogReader.class).warn(e.getMessage(), e);
			}
		}
		if (news || more) {
			tell(more);
		}
		if (!more) {
			pause();
		}
	}

	private synchronized Optional<Errand> next() {
		return Optional.ofNullable(errands.poll());
	}

	private boolean search() throws IOException {
		final LogSearch now;
		synchronized (this) {
			now = search;
		}
		if (now == null) {
			return false;
		}
		final int before = now.count();
		final boolean more = now.step();
		final boolean ended;
		synchronized (this) {
			ended = search == now && searching && !more;
			searching = search == now ? more : searching;
		}
		if (ended || before == 0 && now.count() > 0 || !more && now.count() != before) {
			told = 0;
			tell(true);
		}
		return more;
	}

	private boolean watch() throws IOException {
		boolean more = false;
		for (final LogWatch watch : watches) {
			more |= watch.step();
		}
		return more;
	}

	private void tell(boolean seldom) {
		final long now = System.nanoTime();
		if (!seldom || now - told > TELL_NANOS) {
			told = now;
			changed.run();
		}
	}

	private synchronized void pause() throws InterruptedException {
		if (!closed && errands.isEmpty() && !searching) {
			wait(LOOK_MILLIS);
		}
		while (!closed && errands.isEmpty() && paused) {
			wait();
		}
	}

	private synchronized boolean isClosed() {
		return closed;
	}
}
