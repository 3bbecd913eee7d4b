package dev.benchtop.ui.storage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;

/**
 * The rows of one folder while they come in: sorted and filtered on a thread of its own, and handed on as whole snapshots at most ten times
 * a second. All methods return at once, from any thread.
 */
final class Listing implements AutoCloseable {

	/**
	 * The rows as they are to be shown.
	 *
	 * @param generation of the folder that it belongs to
	 * @param rows sorted and filtered; never changed any more
	 * @param total how many there are with those that the filter hides
	 * @param bytes the size of the files among {@code rows}
	 * @param complete whether all of the folder is there
	 * @param failure why the rest of it is missing
	 */
	record Snapshot(long generation, Row[] rows, int total, long bytes, boolean complete, Optional<BenchException> failure) {
	}

	private static final int PAUSE_MILLIS = 100;

	private final Consumer<Snapshot> listener;
	private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(Listing::thread);
	private List<Row> arrived = new ArrayList<>();
	private Row[] sorted = {};
	private Column column = Column.NAME;
	private boolean descending;
	private String filter = ""; //$NON-NLS-1$
	private boolean resort;
	private boolean complete;
	private Optional<BenchException> failure = Optional.empty();
	private boolean scheduled;
	private long generation;
	private long published;

	/** @param listener hears each snapshot on the listing's own thread */
	Listing(Consumer<Snapshot> listener) {
		this.listener = listener;
	}

	private static Thread thread(Runnable work) {
		return Thread.ofPlatform().daemon().name("Storage listing").unstarted(work); //$NON-NLS-1$
	}

	/** Begins another folder; rows of the one before do not count any more. Returns its generation. */
	synchronized long begin() {
		generation++;
		arrived = new ArrayList<>();
		sorted = new Row[0];
		complete = false;
		failure = Optional.empty();
		return generation;
	}

	synchronized void add(long to, Row row) {
		if (to == generation) {
			arrived.add(row);
			soon();
		}
	}

	/** Says that no more rows come; {@code why} the rest is missing. */
	synchronized void end(long of, Optional<BenchException> why) {
		if (of == generation) {
			complete = true;
			failure = why;
			published = 0;
			soon();
		}
	}

	synchronized void sort(Column by, boolean backwards) {
		column = by;
		descending = backwards;
		resort = true;
		soon();
	}

	/** Shows only rows whose names have all these words in them, without regard to case; {@code *} stands for anything. */
	synchronized void filter(String words) {
		filter = words;
		soon();
	}

	private void soon() {
		if (!scheduled) {
			scheduled = true;
			final long wait = Math.max(0, PAUSE_MILLIS - TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - published));
			try {
				worker.schedule(this::publish, published == 0 ? 0 : wait, TimeUnit.MILLISECONDS);
			} catch (RejectedExecutionException _) {
				scheduled = false; // closed meanwhile
			}
		}
	}

	private void publish() {
		final List<Row> more;
		final Row[] before;
		final Column by;
		final boolean backwards;
		final boolean all;
		final String words;
		final boolean ended;
		final Optional<BenchException> why;
		final long of;
		synchronized (this) {
			scheduled = false;
			more = arrived;
			arrived = new ArrayList<>();
			before = sorted;
			by = column;
			backwards = descending;
			all = resort;
			resort = false;
			words = filter;
			ended = complete;
			why = failure;
			of = generation;
		}
		final Row[] now = more.isEmpty() && !all ? before : merged(before, more, by, backwards);
		synchronized (this) {
			if (of != generation) {
				return;
			}
			sorted = now;
			published = System.nanoTime();
		}
		final Row[] shown = filtered(now, words);
		long bytes = 0;
		for (final var row : shown) {
			bytes += row.size();
		}
		listener.accept(new Snapshot(of, shown, now.length, bytes, ended, why));
	}

	/** Sorts what came behind what is sorted already, which the sort only has to merge. */
	static Row[] merged(Row[] before, List<Row> more, Column by, boolean descending) {
		final Row[] rows = Arrays.copyOf(before, before.length + more.size());
		for (int i = 0; i < more.size(); i++) {
			rows[before.length + i] = more.get(i);
		}
		final var order = by.order(descending);
		Arrays.sort(rows, before.length, rows.length, order);
		Arrays.sort(rows, order);
		return rows;
	}

	static Row[] filtered(Row[] rows, String words) {
		if (words.isBlank()) {
			return rows;
		}
		final var filter = new NameFilter(words);
		return Arrays.stream(rows).filter(row -> filter.matches(row.name())).toArray(Row[]::new);
	}

	@Override
	public void close() {
		worker.shutdownNow();
	}

	/** All words in any order. */
	private record NameFilter(List<String[]> words) {

		NameFilter(String text) {
			this(Arrays.stream(text.strip().toLowerCase(Locale.ROOT).split("\\s+")) //$NON-NLS-1$
					.map(word -> Arrays.stream(word.split("\\*")).filter(part -> !part.isEmpty()).toArray(String[]::new)).toList()); //$NON-NLS-1$
		}

		boolean matches(String name) {
			final String folded = name.toLowerCase(Locale.ROOT);
			for (final String[] parts : words) {
				int from = 0;
				for (final String part : parts) {
					final int at = folded.indexOf(part, from);
					if (at < 0) {
						return false;
					}
					from = at + part.length();
				}
			}
			return true;
		}
	}
}
