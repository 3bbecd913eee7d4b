package dev.benchtop.core.rfb;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;

/**
 * The encoding Tight without JPEG, which a server uses only where a client says which quality it wants
 * (RFB protocol of the rfbproto project, section Tight Encoding).
 */
final class Tight implements Decoder, AutoCloseable {

	private static final int STREAMS = 4;
	private static final int FILL = 8;
	private static final int JPEG = 9;
	private static final int EXPLICIT_FILTER = 4;
	/** Less than this is not packed. */
	private static final int SHORT = 12;

	/** The filters by their numbers. */
	private enum Filter {
		COPY, PALETTE, GRADIENT
	}

	private final ZlibStream[] streams = new ZlibStream[STREAMS];
	private final byte[] little = new byte[SHORT];
	private final int[] palette = new int[256];

	Tight() {
		for (int i = 0; i < STREAMS; i++) {
			streams[i] = new ZlibStream();
		}
	}

	@Override
	public void decode(RfbInput input, Rect rect, Framebuffer screen) throws IOException {
		final int control = input.u8();
		for (int i = 0; i < STREAMS; i++) {
			if ((control >> i & 1) != 0) {
				streams[i].reset();
			}
		}
		final int kind = control >> 4;
		if (kind == FILL) {
			screen.fill(rect.x(), rect.y(), rect.width(), rect.height(), redGreenBlue(input));
		} else if (kind < FILL) {
			basic(input, rect, screen, streams[kind & 3], (kind & EXPLICIT_FILTER) == 0 ? Filter.COPY : filter(input));
		} else {
			throw new RfbException(NLS.bind(kind == JPEG ? Messages.Tight_jpeg : Messages.Tight_kind, Integer.toString(kind)));
		}
	}

	@Override
	public void close() {
		for (final var stream : streams) {
			stream.close();
		}
	}

	private static Filter filter(RfbInput input) throws IOException {
		final int number = input.u8();
		if (number >= Filter.values().length) {
			throw new RfbException(NLS.bind(Messages.Tight_filter, Integer.toString(number)));
		}
		return Filter.values()[number];
	}

	private void basic(RfbInput input, Rect rect, Framebuffer screen, ZlibStream stream, Filter filter) throws IOException {
		final int colours = filter == Filter.PALETTE ? palette(input) : 0;
		final int line = colours == 0 ? rect.width() * 3 : colours <= 2 ? (rect.width() + 7) / 8 : rect.width();
		final boolean packed = (long) line * rect.height() >= SHORT;
		if (packed) {
			stream.begin(input, compactLength(input));
		} else {
			input.read(little, 0, line * rect.height());
		}
		final var rows = new TightRows(rect, screen, palette, colours);
		for (int row = 0; row < rect.height(); row++) {
			final byte[] bytes = packed ? stream.bytes : little;
			if (packed) {
				stream.need(line);
			}
			final int at = packed ? stream.position : row * line;
			switch (filter) {
			case COPY -> rows.copy(row, bytes, at);
			case PALETTE -> rows.palette(row, bytes, at);
			case GRADIENT -> rows.gradient(row, bytes, at);
			}
			if (packed) {
				stream.position += line;
			}
		}
		if (packed) {
			stream.end();
		}
	}

	private int palette(RfbInput input) throws IOException {
		final int size = input.u8() + 1;
		for (int i = 0; i < size; i++) {
			palette[i] = redGreenBlue(input);
		}
		return size;
	}

	private static int redGreenBlue(RfbInput input) throws IOException {
		return input.u8() << 16 | input.u8() << 8 | input.u8();
	}

	/** One to three bytes of seven bits each, the last of eight, the least significant first. */
	private static int compactLength(RfbInput input) throws IOException {
		int length = 0;
		for (int shift = 0; shift <= 14; shift += 7) {
			final int value = input.u8();
			length |= (shift == 14 ? value : value & 0x7F) << shift;
			if (value < 0x80) {
				break;
			}
		}
		return length;
	}
}
