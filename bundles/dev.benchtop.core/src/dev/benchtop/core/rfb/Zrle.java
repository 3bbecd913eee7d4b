package dev.benchtop.core.rfb;

import java.io.IOException;
import java.util.Arrays;

import org.eclipse.osgi.util.NLS;

/** The encoding ZRLE (RFC 6143, section 7.7.6): tiles of 64 × 64, packed by zlib. */
final class Zrle implements Decoder, AutoCloseable {

	private static final int TILE = 64;
	private static final int RUNS = 128;
	private static final int MOST_COLOURS = 16;

	private final ZlibStream stream = new ZlibStream();
	private final int[] palette = new int[RUNS];
	private final int[] tile = new int[TILE * TILE];

	@Override
	public void decode(RfbInput input, Rect rect, Framebuffer screen) throws IOException {
		stream.begin(input, input.u32());
		for (int y = 0; y < rect.height(); y += TILE) {
			final int height = Math.min(TILE, rect.height() - y);
			for (int x = 0; x < rect.width(); x += TILE) {
				decodeTile(new Rect(rect.x() + x, rect.y() + y, Math.min(TILE, rect.width() - x), height), screen);
			}
		}
		stream.end();
	}

	@Override
	public void close() {
		stream.close();
	}

	private void decodeTile(Rect place, Framebuffer screen) throws IOException {
		final int kind = stream.u8();
		final int count = place.width() * place.height();
		if (kind == 1) {
			screen.fill(place.x(), place.y(), place.width(), place.height(), stream.blueGreenRed());
			return;
		}
		if (kind == 0) {
			raw(count);
		} else if (kind <= MOST_COLOURS) {
			palette(kind);
			packed(place, kind);
		} else if (kind == RUNS) {
			runs(count);
		} else if (kind > RUNS + 1) {
			palette(kind - RUNS);
			paletteRuns(count, kind - RUNS);
		} else {
			throw new RfbException(NLS.bind(Messages.Zrle_kind, Integer.toString(kind)));
		}
		for (int row = 0; row < place.height(); row++) {
			System.arraycopy(tile, row * place.width(), screen.pixels, screen.offset(place.x(), place.y() + row), place.width());
		}
	}

	private void raw(int count) throws IOException {
		stream.need(count * 3);
		final byte[] bytes = stream.bytes;
		int at = stream.position;
		for (int i = 0; i < count; i++) {
			tile[i] = bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16;
			at += 3;
		}
		stream.position = at;
	}

	private void palette(int size) throws IOException {
		for (int i = 0; i < size; i++) {
			palette[i] = stream.blueGreenRed();
		}
	}

	/** Each line begins with a new byte. */
	private void packed(Rect place, int colours) throws IOException {
		final int bits = colours <= 2 ? 1 : colours <= 4 ? 2 : 4;
		final int mask = (1 << bits) - 1;
		int at = 0;
		for (int row = 0; row < place.height(); row++) {
			int value = 0;
			int shift = 0;
			for (int x = 0; x < place.width(); x++) {
				if (shift == 0) {
					value = stream.u8();
					shift = Byte.SIZE;
				}
				shift -= bits;
				tile[at++] = colour(value >> shift & mask, colours);
			}
		}
	}

	private void runs(int count) throws IOException {
		for (int at = 0; at < count;) {
			final int colour = stream.blueGreenRed();
			at = run(at, count, colour);
		}
	}

	private void paletteRuns(int count, int colours) throws IOException {
		for (int at = 0; at < count;) {
			final int index = stream.u8();
			final int colour = colour(index & RUNS - 1, colours);
			if (index < RUNS) {
				tile[at++] = colour;
			} else {
				at = run(at, count, colour);
			}
		}
	}

	private int run(int at, int count, int colour) throws IOException {
		int length = 1;
		int step;
		do {
			step = stream.u8();
			length += step;
			if (length > count - at) {
				throw new RfbException(Messages.Zrle_run);
			}
		} while (step == 0xFF);
		Arrays.fill(tile, at, at + length, colour);
		return at + length;
	}

	private int colour(int index, int colours) throws RfbException {
		if (index >= colours) {
			throw new RfbException(NLS.bind(Messages.Zrle_colour, Integer.toString(index), Integer.toString(colours)));
		}
		return palette[index];
	}
}
