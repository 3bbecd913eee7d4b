package dev.benchtop.core.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.PrivateFiles;

/**
 * The times at which the lines of a log came, in a file beside it: records of two big-endian numbers, the offset at which a line begins
 * and the microseconds since 1970 (0 where nobody was there to see). Of lines within one millisecond only the first is written.
 */
final class LineTimes implements AutoCloseable {

	static final int RECORD = 16;

	private final FileChannel file;
	private final FileLock lock;
	private long lastOffset = -1;
	private long lastMillis = -1;
	private boolean atLineStart = true;

	/**
	 * Opens the times of a log of {@code length} bytes for writing.
	 *
	 * @throws IOException also where another process writes them
	 */
	LineTimes(Path log, long length) throws IOException {
		file = PrivateFiles.open(of(log), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
		lock = lock(file);
		if (lock == null) {
			file.close();
			throw new IOException(NLS.bind(Messages.LineTimes_another, log));
		}
		final long records = file.size() / RECORD;
		file.position(records * RECORD);
		if (records > 0) {
			final var last = ByteBuffer.allocate(RECORD);
			file.read(last, (records - 1) * RECORD);
			lastOffset = last.getLong(0);
		}
		if (lastOffset >= length) {
			file.truncate(0);
			lastOffset = -1;
		}
	}

	static Path of(Path log) {
		return log.resolveSibling(log.getFileName() + ".times"); //$NON-NLS-1$
	}

	private static FileLock lock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock();
		} catch (OverlappingFileLockException e) {
			return null;
		}
	}

	/** Notes that these bytes came at {@code offset} of the log now, or with {@code old} at a time that is not known. */
	void note(long offset, byte[] bytes, int length, boolean old) throws IOException {
		final int lineStart = lineStart(bytes, Math.clamp(lastOffset + 1 - offset, 0, length), length);
		atLineStart = bytes[length - 1] == '\n';
		if (lineStart >= 0) {
			write(offset + lineStart, old ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, Instant.now()));
		}
	}

	/** The first beginning of a line from {@code from} on; -1 where there is none. */
	private int lineStart(byte[] bytes, int from, int length) {
		for (int i = from; i < length; i++) {
			if (i == 0 ? atLineStart : bytes[i - 1] == '\n') {
				return i;
			}
		}
		return -1;
	}

	private void write(long offset, long micros) throws IOException {
		if (micros / 1000 == lastMillis) {
			return;
		}
		lastMillis = micros / 1000;
		lastOffset = offset;
		final var data = ByteBuffer.allocate(RECORD).putLong(offset).putLong(micros).flip();
		while (data.hasRemaining()) {
			file.write(data);
		}
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
