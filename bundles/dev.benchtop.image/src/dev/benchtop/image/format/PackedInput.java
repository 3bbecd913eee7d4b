package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;

/** A packed file from its first byte on: buffered, and it knows the offset of the next byte. */
final class PackedInput extends InputStream {

	private static final int BUFFER = 256 << 10;

	private final InputStream in;
	private final String label;
	private final byte[] buffer = new byte[BUFFER];
	private int next;
	private int end;
	private long offsetOfBuffer;

	PackedInput(InputStream in, String label) {
		this.in = in;
		this.label = label;
	}

	/** The offset of the next byte in the file. */
	long offset() {
		return offsetOfBuffer + next;
	}

	/** Whether a byte is there to read; waits for it. */
	boolean more() throws IOException {
		if (next < end) {
			return true;
		}
		offsetOfBuffer += end;
		next = 0;
		end = Math.max(0, in.read(buffer, 0, BUFFER));
		return end > 0;
	}

	/** The buffer; what is unread in it begins at {@link #next} and is {@link #buffered} bytes long. */
	byte[] buffer() {
		return buffer;
	}

	int next() {
		return next;
	}

	int buffered() {
		return end - next;
	}

	/** Takes {@code count} of the buffered bytes as read. */
	void consume(int count) {
		next += count;
	}

	@Override
	public int read() throws IOException {
		return more() ? buffer[next++] & 0xff : -1;
	}

	@Override
	public int read(byte[] to, int at, int length) throws IOException {
		if (length == 0) {
			return 0;
		}
		if (!more()) {
			return -1;
		}
		final int count = Math.min(length, buffered());
		System.arraycopy(buffer, next, to, at, count);
		next += count;
		return count;
	}

	/** The next byte, 0 to 255, which has to be there. */
	int need() throws IOException {
		final int value = read();
		if (value < 0) {
			throw Broken.truncated(label, offset());
		}
		return value;
	}

	/** Fills a part of an array with bytes that have to be there. */
	void need(byte[] to, int at, int length) throws IOException {
		if (readNBytes(to, at, length) < length) {
			throw Broken.truncated(label, offset());
		}
	}

	/** A little-endian number of {@code bytes} bytes, which have to be there. */
	long needNumber(int bytes) throws IOException {
		long value = 0;
		for (int shift = 0; shift < 8 * bytes; shift += 8) {
			value |= (long) need() << shift;
		}
		return value;
	}

	void needSkip(long count) throws IOException {
		for (long left = count; left > 0;) {
			if (!more()) {
				throw Broken.truncated(label, offset());
			}
			final int step = (int) Math.min(left, buffered());
			consume(step);
			left -= step;
		}
	}

	@Override
	public void close() throws IOException {
		in.close();
	}
}
