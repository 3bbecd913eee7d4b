package dev.benchtop.core.console;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/** A log that the device writes, and that the line only reads; the times of its lines are noted by the first process that follows it. */
final class DeviceLog implements LineLog {

	private final Path file;
	private FileChannel channel;
	private LineTimes times;
	private Object key;
	private long base;
	private long oldUntil;
	private boolean closed;

	DeviceLog(Path file) {
		this.file = file;
	}

	@Override
	public synchronized Start begin(long place) throws IOException {
		if (closed) {
			return new Start(place, place, 0); // the connection came while the line was closed, and goes at once
		}
		final boolean there = Files.exists(file);
		final Object now = there ? Files.readAttributes(file, BasicFileAttributes.class).fileKey() : null;
		final long length = there ? Files.size(file) : 0;
		if (key == null || !Objects.equals(now, key) || length < place - base) {
			base = place;
			forget();
		}
		key = now;
		oldUntil = base + length;
		return new Start(place, oldUntil, place - base);
	}

	private void forget() {
		Closing.quietly(channel, times);
		channel = null;
		times = null;
	}

	@Override
	public synchronized void append(long place, byte[] bytes, int length) throws IOException {
		if (closed) {
			return; // the last bytes were on their way
		}
		if (channel == null) {
			open();
		}
		if (times != null) {
			times.note(place - base, bytes, length, place < oldUntil);
		}
	}

	private void open() throws IOException {
		channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
		try {
			times = new LineTimes(file, channel.size());
		} catch (IOException e) {
			System.getLogger(getClass().getName()).log(Level.DEBUG, "The times of lines are not noted here", e); //$NON-NLS-1$
		}
	}

	@Override
	public synchronized void rewrite(long place, byte[] bytes, int length) throws IOException {
		if (closed) {
			return;
		}
		final var data = ByteBuffer.wrap(bytes, 0, length);
		for (long at = place - base; data.hasRemaining();) {
			at += channel.write(data, at);
		}
	}

	@Override
	public synchronized int read(long place, byte[] into, int length) throws IOException {
		return place < base || channel == null ? -1 : channel.read(ByteBuffer.wrap(into, 0, length), place - base);
	}

	@Override
	public synchronized long start() {
		return base;
	}

	@Override
	public synchronized long end(long place) {
		try {
			return Files.exists(file) ? Math.max(place, base + Files.size(file)) : place;
		} catch (IOException e) {
			return place;
		}
	}

	@Override
	public synchronized void close() {
		forget();
		closed = true;
	}
}
