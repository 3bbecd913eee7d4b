package dev.benchtop.core.console;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * One file of a log with the places of its lines, of which every 32nd is kept: the beginnings of blocks. A line ends with a line feed, at its
 * {@value #LONGEST}th byte, or with the file. Not thread-safe.
 */
final class LogPart implements AutoCloseable {

	/** The lines of one block. */
	static final int BLOCK = 32;
	static final int LONGEST = 4096;
	private static final int CHUNK = 1 << 18;

	private static final byte PLAIN = 0;
	private static final byte FEED = 1;
	private static final byte CONTROL = 2;
	private static final byte[] KINDS = kinds();

	private final ConsoleLog log;
	private final Object key;
	/** The place of the first byte, and the number of the first line. */
	private final long base;
	private final long firstLine;
	private long[] blocks = new long[64];
	/** The blocks whose lines have control characters, so that what is read is not what was sent. */
	private final BitSet controls = new BitSet();
	/** The blocks with a line that was cut, maybe within an escape sequence, or with the rest of such a line. */
	private final BitSet odd = new BitSet();
	/** The lines that have ended, and where the next one begins. */
	private int ended;
	private long lineStart;
	private long scanned;

	LogPart(Path file, long base, long firstLine) throws IOException {
		log = new ConsoleLog(file);
		key = key(file);
		this.base = base;
		this.firstLine = firstLine;
	}

	private static byte[] kinds() {
		final var kinds = new byte[256];
		Arrays.fill(kinds, 0, ' ', CONTROL);
		kinds['\t'] = PLAIN;
		kinds['\r'] = PLAIN;
		kinds['\n'] = FEED;
		return kinds;
	}

	/** What tells the file from another one at the same path. */
	static Object key(Path file) throws IOException {
		final var attributes = Files.readAttributes(file, BasicFileAttributes.class);
		return attributes.fileKey() == null ? attributes.creationTime() : attributes.fileKey();
	}

	Object key() {
		return key;
	}

	long base() {
		return base;
	}

	long end() {
		return base + scanned;
	}

	long firstLine() {
		return firstLine;
	}

	long endLine() {
		return firstLine + lines();
	}

	/** Whether the last line may grow. */
	boolean open() {
		return scanned > lineStart;
	}

	private int lines() {
		return ended + (open() ? 1 : 0);
	}

	/** Whether the file is shorter than what was read of it. */
	boolean cut() throws IOException {
		return log.length() < scanned;
	}

	/** Takes in the next piece of what the file has more; returns whether there was any. */
	boolean scan() throws IOException {
		final byte[] bytes = log.read(scanned, CHUNK);
		for (int i = 0; i < bytes.length; i++) {
			final byte kind = KINDS[bytes[i] & 0xff];
			final long at = scanned + i;
			if (kind == FEED) {
				line(at + 1);
			} else if (kind == CONTROL) {
				controls.set(ended / BLOCK);
			}
			if (at - lineStart >= LONGEST - 1) {
				cut(at + 1);
			}
		}
		scanned += bytes.length;
		return bytes.length > 0;
	}

	private void cut(long next) {
		final int block = ended / BLOCK;
		line(next);
		if (controls.get(block) || odd.get(block)) {
			odd.set(block, ended / BLOCK + 1);
		}
	}

	private void line(long next) {
		ended++;
		lineStart = next;
		if (ended % BLOCK == 0) {
			final int block = ended / BLOCK;
			if (block == blocks.length) {
				blocks = Arrays.copyOf(blocks, 2 * block);
			}
			blocks[block] = next;
		}
	}

	/** The number of the block with this line of the log. */
	int blockOf(long line) {
		return (int) ((line - firstLine) / BLOCK);
	}

	int blockCount() {
		return (lines() + BLOCK - 1) / BLOCK;
	}

	/** Whether nothing more comes to it. */
	boolean full(int block) {
		return ended >= (block + 1) * BLOCK;
	}

	/** The place in the file at which a block begins; the end of the file for the one behind the last. */
	long blockStart(int block) {
		return block < blockCount() ? blocks[block] : scanned;
	}

	/** The lines of a block. */
	List<LogLine> block(int block) throws IOException {
		final byte[] bytes = log.read(blockStart(block), (int) (blockStart(block + 1) - blockStart(block)));
		return lines(firstLine(block), base + blockStart(block), bytes, 0, bytes.length, !controls.get(block));
	}

	/** The blocks from the one with line {@code from} on: at most so many bytes, or one block. */
	LogSlice slice(long from, int limit) {
		final int first = blockOf(Math.max(from, firstLine));
		int end = first + 1;
		while (end < blockCount() && blockStart(end + 1) - blockStart(first) <= limit) {
			end++;
		}
		final var starts = new int[end - first + 1];
		for (int i = 0; i < starts.length; i++) {
			starts[i] = (int) (blockStart(first + i) - blockStart(first));
		}
		return new LogSlice(firstLine(first), base + blockStart(first), Math.min(firstLine(end), endLine()), starts, controls.get(first, end), odd.get(first, end));
	}

	private long firstLine(int block) {
		return firstLine + (long) block * BLOCK;
	}

	/** The lines in a range of bytes, which begins with line {@code number} at {@code place}. */
	static List<LogLine> lines(long number, long place, byte[] bytes, int from, int to, boolean clean) {
		final var lines = new ArrayList<LogLine>(BLOCK);
		int begin = from;
		for (int i = from; i < to && lines.size() < BLOCK; i++) {
			if (bytes[i] == '\n' || i - begin == LONGEST - 1 || i == to - 1) {
				final int length = i + 1 - begin;
				lines.add(new LogLine(number + lines.size(), place + begin - from, length, LineText.of(bytes, begin, length, clean)));
				begin = i + 1;
			}
		}
		return lines;
	}

	/** Bytes of the file from one of its places on. */
	byte[] read(long offset, int length) throws IOException {
		return log.read(offset, length);
	}

	/** Reads the bytes of a slice; returns whether all are there. */
	boolean read(LogSlice slice, byte[] into) throws IOException {
		return log.read(slice.place() - base, into, slice.length()) == slice.length();
	}

	Optional<Instant> time(long place) throws IOException {
		return log.time(place - base);
	}

	Optional<Instant> firstTime() throws IOException {
		return log.firstTime();
	}

	@Override
	public void close() {
		Closing.quietly(log);
	}
}
