package dev.benchtop.core.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads one file of a console's log, while it is written too: ranges of its bytes, and when its lines came. Not thread-safe. */
public final class ConsoleLog implements AutoCloseable {

	private final Path file;
	private final FileChannel bytes;
	private Optional<FileChannel> times;

	/** Opens one file of a log. */
	public ConsoleLog(Path file) throws IOException {
		this.file = file;
		bytes = FileChannel.open(file, StandardOpenOption.READ);
		times = openTimes();
	}

	private Optional<FileChannel> openTimes() throws IOException {
		final Path beside = LineTimes.of(file);
		return Files.exists(beside) ? Optional.of(FileChannel.open(beside, StandardOpenOption.READ)) : Optional.empty();
	}

	/** The files of a log that exist, the older one first. */
	public static List<Path> files(Path log) {
		return Stream.of(OwnLog.older(log), log).filter(Files::exists).toList();
	}

	public Path file() {
		return file;
	}

	/** How many bytes it has now. */
	public long length() throws IOException {
		return bytes.size();
	}

	/** Up to {@code length} bytes from {@code offset} on; fewer at the end. */
	public byte[] read(long offset, int length) throws IOException {
		final var into = new byte[Math.clamp(bytes.size() - offset, 0, length)];
		final int read = read(offset, into, into.length);
		return read < into.length ? Arrays.copyOf(into, read) : into;
	}

	/** Reads up to {@code length} bytes from {@code offset} on; returns how many, which are fewer at the end. */
	int read(long offset, byte[] target, int length) throws IOException {
		final var into = ByteBuffer.wrap(target, 0, length);
		while (into.hasRemaining() && bytes.read(into, offset + into.position()) > 0) {
			continue;
		}
		return into.position();
	}

	/** When the line that begins at {@code offset} came; empty where nobody noted it. */
	public Optional<Instant> time(long offset) throws IOException {
		if (times.isEmpty()) {
			times = openTimes();
		}
		if (times.isEmpty()) {
			return Optional.empty();
		}
		long low = 0;
		long high = times.get().size() / LineTimes.RECORD;
		while (low < high) {
			final long middle = low + high >>> 1;
			if (record(middle).getLong(0) <= offset) {
				low = middle + 1;
			} else {
				high = middle;
			}
		}
		final long micros = low == 0 ? 0 : record(low - 1).getLong(Long.BYTES);
		return micros == 0 ? Optional.empty() : Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
	}

	/** The first time that was noted; empty where none was. */
	public Optional<Instant> firstTime() throws IOException {
		if (times.isEmpty()) {
			times = openTimes();
		}
		for (long i = 0; times.isPresent() && i < times.get().size() / LineTimes.RECORD; i++) {
			final long micros = record(i).getLong(Long.BYTES);
			if (micros != 0) {
				return Optional.of(Instant.EPOCH.plus(micros, ChronoUnit.MICROS));
			}
		}
		return Optional.empty();
	}

	private ByteBuffer record(long index) throws IOException {
		final var record = ByteBuffer.allocate(LineTimes.RECORD);
		times.orElseThrow().read(record, index * LineTimes.RECORD);
		return record;
	}

	@Override
	public void close() throws IOException {
		bytes.close();
		if (times.isPresent()) {
			times.get().close();
		}
	}
}
