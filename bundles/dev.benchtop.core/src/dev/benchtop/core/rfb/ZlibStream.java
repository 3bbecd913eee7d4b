package dev.benchtop.core.rfb;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

import org.eclipse.osgi.util.NLS;

/** One zlib stream that goes on over all rectangles; what is unpacked lies in {@link #bytes} from {@link #position} on. */
final class ZlibStream implements AutoCloseable {

	/** Holds any line and any tile. */
	private static final int SIZE = 128 << 10;

	final byte[] bytes = new byte[SIZE];
	int position;
	private int limit;
	private final Inflater inflater = new Inflater();
	private final byte[] packed = new byte[32 << 10];
	private RfbInput input;
	private long left;

	/** Begins a rectangle whose data has {@code length} bytes. */
	void begin(RfbInput from, long length) {
		input = from;
		left = length;
		position = 0;
		limit = 0;
	}

	/** Makes sure that so many bytes, at most 64 KiB, are there to be taken. */
	void need(int count) throws IOException {
		if (limit - position < count) {
			System.arraycopy(bytes, position, bytes, 0, limit - position);
			limit -= position;
			position = 0;
			while (limit < count) {
				final int step = inflate(bytes, limit, SIZE - limit);
				if (step == 0) {
					throw new RfbException(Messages.ZlibStream_short);
				}
				limit += step;
			}
		}
	}

	int u8() throws IOException {
		need(1);
		return bytes[position++] & 0xFF;
	}

	/** A pixel of three bytes: blue, green, red. */
	int blueGreenRed() throws IOException {
		need(3);
		final int at = position;
		position += 3;
		return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
	}

	/** Takes in what is left of the rectangle's data, which unpacks to nothing. */
	void end() throws IOException {
		if (position < limit || inflate(bytes, 0, 1) > 0) {
			throw new RfbException(Messages.ZlibStream_long);
		}
	}

	/** Passes over what is left of the rectangle's data. */
	void skipRest() throws IOException {
		input.skip(left);
		left = 0;
	}

	void reset() {
		inflater.reset();
	}

	@Override
	public void close() {
		inflater.end();
	}

	/** 0 only where the data has come to its end. */
	private int inflate(byte[] target, int offset, int most) throws IOException {
		try {
			while (true) {
				final int count = inflater.inflate(target, offset, most);
				if (count > 0 || left == 0 && inflater.needsInput()) {
					return count;
				}
				if (inflater.needsDictionary() || inflater.finished()) {
					throw new RfbException(Messages.ZlibStream_ended);
				}
				if (inflater.needsInput()) {
					final int step = (int) Math.min(left, packed.length);
					input.read(packed, 0, step);
					left -= step;
					inflater.setInput(packed, 0, step);
				}
			}
		} catch (DataFormatException e) {
			throw new RfbException(NLS.bind(Messages.ZlibStream_broken, e.getMessage()));
		}
	}
}
