package dev.benchtop.core.console;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of a console as lines, the older file and the current one as one text, while it is written too. Lines and bytes are counted over all
 * that was there since it was opened; what has gone from the log in the meantime goes from the front. Thread-safe.
 */
public final class LogText implements AutoCloseable {

	private static final int PARTS = 3;
	private static final int CACHED = 64;

	private final Path log;
	private final List<LogPart> parts = new ArrayList<>();
	private final Map<Long, List<LogLine>> cache = new LinkedHashMap<>(CACHED, 0.75f, true) {
		@Override
		protected boolean removeEldestEntry(Map.Entry<Long, List<LogLine>> eldest) {
			return size() > CACHED;
		}
	};
	private boolean closed;

	/** The text of this log, which need not exist yet; empty until it is refreshed. */
	public LogText(Path log) {
		this.log = log;
	}

	/**
	 * Takes in what was written since; a large log takes its time. Off the UI thread.
	 *
	 * @return whether there was anything
	 * @throws IOException also where the log goes on in another file at just this moment; the next call finds it
	 */
	public boolean refresh() throws IOException {
		boolean changed = follow();
		while (scan()) {
			changed = true;
		}
		return changed;
	}

	private synchronized boolean scan() throws IOException {
		return !closed && !parts.isEmpty() && (parts.getLast().scan() || goOn());
	}

	/** Begins at the oldest file, at first and where the log is another one now. */
	private synchronized boolean follow() throws IOException {
		if (!closed && (parts.isEmpty() || parts.getLast().cut())) {
			return begin();
		}
		return false;
	}

	/** Opens the file in which the log goes on after the last one. */
	private boolean goOn() throws IOException {
		final Object last = parts.getLast().key();
		if (!Files.exists(log) || last.equals(LogPart.key(log))) {
			return false;
		}
		final Path older = OwnLog.older(log);
		if (!Files.exists(older) || !last.equals(LogPart.key(older))) {
			return begin();
		}
		parts.add(new LogPart(log, parts.getLast().end(), parts.getLast().endLine()));
		if (parts.size() > PARTS) {
			parts.removeFirst().close();
		}
		return true;
	}

	private boolean begin() throws IOException {
		final long place = end();
		final long line = endLine();
		parts.forEach(LogPart::close);
		parts.clear();
		cache.clear();
		final var files = ConsoleLog.files(log);
		if (!files.isEmpty()) {
			parts.add(new LogPart(files.getFirst(), place, line));
		}
		return !parts.isEmpty();
	}

	/** The number of the first line that is there. */
	public synchronized long firstLine() {
		return parts.isEmpty() ? 0 : parts.getFirst().firstLine();
	}

	/** The number behind that of the last line. */
	public synchronized long endLine() {
		return parts.isEmpty() ? 0 : parts.getLast().endLine();
	}

	/** Whether the last line may grow. */
	synchronized boolean open(long line) {
		return !parts.isEmpty() && line == endLine() - 1 && parts.getLast().open();
	}

	/** The place of the first byte that is there. */
	public synchronized long start() {
		return parts.isEmpty() ? 0 : parts.getFirst().base();
	}

	/** The place behind the last byte. */
	public synchronized long end() {
		return parts.isEmpty() ? 0 : parts.getLast().end();
	}

	/** A line by its number; empty where there is none. Reads a few kilobytes at most. */
	public synchronized Optional<LogLine> line(long number) throws IOException {
		for (final LogPart part : parts) {
			if (number >= part.firstLine() && number < part.endLine()) {
				final var lines = block(part, part.blockOf(number));
				final int index = (int) ((number - part.firstLine()) % LogPart.BLOCK);
				return index < lines.size() ? Optional.of(lines.get(index)) : Optional.empty();
			}
		}
		return Optional.empty();
	}

	private List<LogLine> block(LogPart part, int block) throws IOException {
		final long key = part.firstLine() + (long) block * LogPart.BLOCK;
		final var known = cache.get(key);
		if (known != null) {
			return known;
		}
		final var lines = part.block(block);
		if (part.full(block)) {
			cache.put(key, lines);
		}
		return lines;
	}

	/** Up to {@code length} bytes from a place on, as they came; fewer at the end. */
	public synchronized byte[] bytes(long place, int length) throws IOException {
		final var bytes = new ByteArrayOutputStream(length);
		for (final LogPart part : parts) {
			final long from = place + bytes.size();
			if (bytes.size() < length && from >= part.base() && from < part.end()) {
				bytes.writeBytes(part.read(from - part.base(), (int) Math.min(length - bytes.size(), part.end() - from)));
			}
		}
		return bytes.toByteArray();
	}

	/** When the byte at a place came, to the beginning of its line at best; empty where nobody noted it. */
	public synchronized Optional<Instant> time(long place) throws IOException {
		for (final LogPart part : parts) {
			if (place >= part.base() && place < part.end()) {
				return part.time(place);
			}
		}
		return Optional.empty();
	}

	/** The first time that was noted. */
	public synchronized Optional<Instant> firstTime() throws IOException {
		for (final LogPart part : parts) {
			final var time = part.firstTime();
			if (time.isPresent()) {
				return time;
			}
		}
		return Optional.empty();
	}

	/** Slices from the block with line {@code from} on, at most so many, each of at most {@code limit} bytes or of one block. */
	synchronized List<LogSlice> slices(long from, int limit, int most) {
		final var slices = new ArrayList<LogSlice>();
		long next = from;
		for (final LogPart part : parts) {
			while (next < part.endLine() && slices.size() < most) {
				slices.add(part.slice(next, limit));
				next = slices.getLast().endLine();
			}
		}
		return slices;
	}

	/** Reads the bytes of a slice; returns whether all are there. */
	synchronized boolean read(LogSlice slice, byte[] into) throws IOException {
		for (final LogPart part : parts) {
			if (slice.place() >= part.base() && slice.place() < part.end()) {
				return part.read(slice, into);
			}
		}
		return false;
	}

	@Override
	public synchronized void close() {
		closed = true;
		parts.forEach(LogPart::close);
		parts.clear();
	}
}
