package dev.benchtop.core.console;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import dev.benchtop.core.console.SliceSearch.Found;

/**
 * Finds all places of a query in a log: first from a line on to the end, then from the beginning on to that line, and then in what is added. One
 * thread searches in steps; any thread asks what is found.
 */
public final class LogSearch {

	/** What is found beyond is neither counted nor kept. */
	public static final int MOST = 1_000_000;
	/** It fits into the memory next to a processor. */
	private static final int SLICE = 1 << 18;
	private static final int MOST_SLICES = 16;
	/** A pattern can take much of its time on one line after the other; another one may be wanted in the meantime. */
	private static final long LONGEST_NANOS = 50_000_000;

	/**
	 * One place.
	 *
	 * @param line the number of the line
	 * @param start the first character in the text of the line
	 * @param end the character behind
	 */
	public record Hit(long line, int start, int end) {
	}

	private final LogText text;
	private final LogQuery query;
	private final long from;
	/** Those before the line at which it began, and those from it on. */
	private final Places before = new Places();
	private final Places behind = new Places();
	private final Queue<SliceSearch> idle = new ConcurrentLinkedQueue<>();
	/** How many slices are searched next: more each time, as the first place is shown sooner where it is near. */
	private int slices = 1;
	private long nextBehind;
	private long nextBefore;
	/** The end of the log as its last line was looked at. */
	private long seen = -1;

	/** A search that has not begun; {@code from} is the line whose neighbours are found first: the last one, which may grow, at most. */
	public LogSearch(LogText text, LogQuery query, long from) {
		this.text = text;
		this.query = query;
		nextBefore = text.firstLine();
		this.from = Math.clamp(from, nextBefore, Math.max(nextBefore, text.endLine() - 1));
		nextBehind = this.from;
	}

	/**
	 * Searches the next few megabytes, or as much of them as can be done in a moment; other threads take part.
	 *
	 * @return whether there is more to search now
	 */
	public boolean step() throws IOException {
		if (full()) {
			return false;
		}
		if (moreBehind()) {
			seen = text.end();
			nextBehind = search(nextBehind, Long.MAX_VALUE, behind);
		} else if (nextBefore < from) {
			nextBefore = search(nextBefore, from, before);
		}
		return moreBehind() || nextBefore < from;
	}

	/** The last line is looked at again once it has grown. */
	private boolean moreBehind() {
		return nextBehind < text.endLine() && !(text.open(nextBehind) && text.end() == seen);
	}

	/** Searches some slices for lines in a range; returns the line with which the next ones begin: the last where that may grow. */
	private long search(long begin, long end, Places places) throws IOException {
		final long deadline = System.nanoTime() + LONGEST_NANOS;
		slices = Math.min(2 * slices, MOST_SLICES);
		final var searched = text.slices(begin, SLICE, slices);
		final var tasks = searched.stream().map(slice -> new FutureTask<>(() -> search(slice, begin, end, deadline))).toList();
		Helpers.run(tasks);
		synchronized (this) {
			places.cut(begin);
		}
		long reached = tasks.isEmpty() ? text.endLine() : begin;
		for (int i = 0; i < tasks.size(); i++) {
			final Found found = done(tasks.get(i));
			synchronized (this) {
				places.add(found.places(), MOST - count());
			}
			reached = found.end();
			if (reached < searched.get(i).endLine()) {
				break;
			}
		}
		reached = Math.min(reached, end);
		return text.open(reached - 1) ? reached - 1 : reached;
	}

	private static Found done(FutureTask<Found> task) throws IOException {
		try {
			return task.get();
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException(e.getMessage());
		} catch (ExecutionException e) {
			throw new IOException(e.getCause().getMessage(), e.getCause());
		}
	}

	private Found search(LogSlice slice, long begin, long end, long deadline) throws IOException {
		if (slice.number() > begin && System.nanoTime() > deadline) {
			return new Found(new Places(), slice.number());
		}
		final var known = idle.poll();
		final var search = known == null ? new SliceSearch(text, query) : known;
		try {
			return search.find(slice, begin, end, deadline);
		} finally {
			idle.add(search);
		}
	}

	/** How many are found so far. */
	public synchronized int count() {
		return before.size() + behind.size();
	}

	/** Whether there are more than are counted. */
	public synchronized boolean full() {
		return before.size() + behind.size() >= MOST;
	}

	/** The hit of this number, from 0 on, in the order of the log. */
	public synchronized Optional<Hit> hit(int index) throws IOException {
		if (index < 0 || index >= count()) {
			return Optional.empty();
		}
		final Places places = index < before.size() ? before : behind;
		final int at = places == before ? index : index - before.size();
		final long number = places.line(at);
		final int start = places.column(at);
		return text.line(number).flatMap(line -> query.in(line.text()).stream().filter(span -> span.start() >= start).findFirst())
				.map(span -> new Hit(number, span.start(), span.end()));
	}

	/** How many hits of those found are before this character: the number of the next one from there on. */
	public synchronized int before(long line, int column) {
		return line < from ? before.before(line, column) : before.size() + behind.before(line, column);
	}

	/** Whether a hit lies in these lines. */
	public boolean any(long firstLine, long endLine) {
		return before(endLine, 0) > before(firstLine, 0);
	}

	/** What it looks for. */
	public LogQuery query() {
		return query;
	}
}
