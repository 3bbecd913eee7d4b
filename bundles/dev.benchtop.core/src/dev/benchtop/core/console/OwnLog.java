package dev.benchtop.core.console;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import dev.benchtop.core.PrivateFiles;

/** A log that the line writes itself. When it has reached its size it becomes the older of two, and a new one begins. */
final class OwnLog implements LineLog {

	private final Path file;
	private final long limit;
	private FileChannel current;
	private LineTimes times;
	private long base;
	private long length;
	private FileChannel older;
	private long olderBase;
	private boolean closed;

	OwnLog(Path file, long limit) {
		this.file = file;
		this.limit = limit;
	}

	static Path older(Path log) {
		return log.resolveSibling(log.getFileName() + ".1"); //$NON-NLS-1$
	}

	@Override
	public synchronized Start begin(long place) throws IOException {
		if (closed) {
			return new Start(place, place, 0); // the connection came while the line was closed, and goes at once
		}
		if (current == null) {
			PrivateFiles.folder(file.toAbsolutePath().getParent());
			openCurrent();
			base = Math.max(0, place - length);
			openOlder();
		} else if (base + length != place) {
			rotate(place);
		}
		return new Start(base + length, base + length, 0);
	}

	private void openCurrent() throws IOException {
		final FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			length = channel.size();
			times = new LineTimes(file, length);
			current = channel;
		} finally {
			if (current != channel) {
				channel.close();
			}
		}
	}

	private void openOlder() throws IOException {
		if (Files.exists(older(file))) {
			older = FileChannel.open(older(file), StandardOpenOption.READ);
			olderBase = base - older.size();
		}
	}

	@Override
	public synchronized void append(long place, byte[] bytes, int count) throws IOException {
		if (current == null) {
			return; // closed while the last bytes were on their way
		}
		if (length >= limit) {
			rotate(place);
		}
		final var data = ByteBuffer.wrap(bytes, 0, count);
		long at = length;
		while (data.hasRemaining()) {
			at += current.write(data, at);
		}
		times.note(length, bytes, count, false);
		length = at;
	}

	private void rotate(long place) throws IOException {
		if (older != null) {
			older.close();
		}
		times.close();
		Files.move(file, older(file), StandardCopyOption.REPLACE_EXISTING);
		Files.move(LineTimes.of(file), LineTimes.of(older(file)), StandardCopyOption.REPLACE_EXISTING);
		older = current;
		olderBase = base;
		base = place;
		current = null;
		openCurrent();
	}

	@Override
	public void rewrite(long place, byte[] bytes, int count) {
		// they were masked when they came
	}

	@Override
	public synchronized int read(long place, byte[] into, int count) throws IOException {
		if (place >= base) {
			return current == null ? -1 : current.read(ByteBuffer.wrap(into, 0, count), place - base);
		}
		return older == null || place < olderBase ? -1
				: older.read(ByteBuffer.wrap(into, 0, (int) Math.min(count, base - place)), place - olderBase);
	}

	@Override
	public synchronized long start() {
		return older == null ? base : olderBase;
	}

	@Override
	public long end(long place) {
		return place;
	}

	@Override
	public synchronized void close() {
		closed = true;
		Closing.quietly(current, times, older);
		current = null;
		older = null;
	}
}
