package dev.benchtop.core.console;

import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds all places of a query in a log: first from a line on to the end, then from the beginning on to that line, and then in what is added. One
 * thread searches in steps; any thread asks what is found.
 */
public final class LogSearch {

	/** What is found beyond is neither counted nor kept. */
	public static final int MOST = 1_000_000;
	private static final int SLICE = 1 << 20;
	private static final int COLUMN_BITS = 12;
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

	/** A sorted list of numbers that grows. */
	private static final class Numbers {

		private long[] all = new long[16];
		private int size;

		void add(long number) {
			if (size == all.length) {
				all = Arrays.copyOf(all, 2 * size);
			}
			all[size++] = number;
		}

		/** How many are below. */
		int below(long number) {
			final int found = Arrays.binarySearch(all, 0, size, number);
			return found >= 0 ? found : -found - 1;
		}
	}

	private final LogText text;
	private final LogQuery query;
	private final Optional<Sieve> sieve;
	private final long from;
	/** Those before the line at which it began, and those from it on. */
	private final Numbers before = new Numbers();
	private final Numbers behind = new Numbers();
	private long nextBehind;
	private long nextBefore;
	/** The end of the log as its last line was looked at. */
	private long seen = -1;

	/** A search that has not begun; {@code from} is the line whose neighbours are found first. */
	public LogSearch(LogText text, LogQuery query, long from) {
		this.text = text;
		this.query = query;
		sieve = query.sieve();
		this.from = Math.clamp(from, text.firstLine(), Math.max(text.firstLine(), text.endLine()));
		nextBehind = this.from;
		nextBefore = text.firstLine();
	}

	/**
	 * Searches the next megabyte, or as much of it as can be done in a moment.
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

	/** Searches one slice for lines in a range; returns the line with which the next one begins: the last where that may grow. */
	private long search(long begin, long end, Numbers hits) throws IOException {
		final var found = text.slice(begin, SLICE);
		if (found.isEmpty()) {
			return text.endLine();
		}
		final LogSlice slice = found.get();
		synchronized (this) {
			hits.size = hits.below(begin << COLUMN_BITS);
		}
		final long reached = Math.min(look(slice, new Lines(Math.max(begin, slice.number()), end, hits)), end);
		return text.open(reached - 1) ? reached - 1 : reached;
	}

	/** Looks at the blocks that may have a hit, until that has taken long enough; returns the line behind the last block. */
	private long look(LogSlice slice, Lines lines) {
		final long began = System.nanoTime();
		final var candidates = new Candidates(slice, sieve);
		for (int block = candidates.next(0); block < slice.blocks(); block = candidates.next(block + 1)) {
			slice.lines(block).forEach(lines::look);
			if (System.nanoTime() - began > LONGEST_NANOS) {
				return slice.endLine(block);
			}
		}
		return slice.endLine();
	}

	/** Looks at lines of a range, one after the other. */
	private final class Lines {

		private final long begin;
		private final long end;
		private final Numbers hits;

		Lines(long begin, long end, Numbers hits) {
			this.begin = begin;
			this.end = end;
			this.hits = hits;
		}

		void look(LogLine line) {
			if (line.number() < begin || line.number() >= end) {
				return;
			}
			query.in(line.text()).forEach(span -> add(line.number() << COLUMN_BITS | span.start()));
		}

		private void add(long hit) {
			synchronized (LogSearch.this) {
				if (!full()) {
					hits.add(hit);
				}
			}
		}
	}

	/** How many are found so far. */
	public synchronized int count() {
		return before.size + behind.size;
	}

	/** Whether there are more than are counted. */
	public synchronized boolean full() {
		return before.size + behind.size >= MOST;
	}

	/** The hit of this number, from 0 on, in the order of the log. */
	public synchronized Optional<Hit> hit(int index) throws IOException {
		if (index < 0 || index >= count()) {
			return Optional.empty();
		}
		final long hit = index < before.size ? before.all[index] : behind.all[index - before.size];
		final long number = hit >> COLUMN_BITS;
		final int start = (int) (hit & (1 << COLUMN_BITS) - 1);
		return text.line(number).flatMap(line -> query.in(line.text()).stream().filter(span -> span.start() >= start).findFirst())
				.map(span -> new Hit(number, span.start(), span.end()));
	}

	/** How many hits of those found are before this character: the number of the next one from there on. */
	public synchronized int before(long line, int column) {
		final long place = line << COLUMN_BITS | column;
		return line < from ? before.below(place) : before.size + behind.below(place);
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
