package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogQuery;
import dev.benchtop.core.console.LogSearch;
import dev.benchtop.core.console.LogText;

/** Looks out for something in a log: in what is there, and in what is said from now on. Used by the reader's thread. */
final class LogWatch {

	/** Hears of lines. */
	interface Listener {

		/** Lines with it that are not known yet. */
		void marked(List<Long> lines);

		/** A line with it that was said just now. */
		void said(LogLine line);
	}

	private static final int MOST_AT_ONCE = 10_000;

	private final LogText text;
	private final LogSearch search;
	private final Listener listener;
	private boolean live;
	private long lastLine = -1;

	LogWatch(LogText text, LogQuery query, Listener listener) {
		this.text = text;
		this.listener = listener;
		search = new LogSearch(text, query, text.firstLine());
	}

	/** Searches on; returns whether there is more to search. */
	boolean step() throws IOException {
		final boolean more = search.step();
		if (!more) {
			tell();
		}
		return more;
	}

	private void tell() throws IOException {
		final var lines = new ArrayList<Long>();
		for (int i = search.before(lastLine + 1, 0); i < search.count() && lines.size() < MOST_AT_ONCE; i++) {
			final var hit = search.hit(i);
			if (hit.isPresent() && hit.get().line() > lastLine) {
				lastLine = hit.get().line();
				lines.add(lastLine);
			}
		}
		if (!lines.isEmpty()) {
			listener.marked(lines);
		}
		if (live) {
			for (final long line : lines) {
				final var said = text.line(line);
				if (said.isPresent()) {
					listener.said(said.get());
				}
			}
		}
		live |= lines.size() < MOST_AT_ONCE;
	}
}
