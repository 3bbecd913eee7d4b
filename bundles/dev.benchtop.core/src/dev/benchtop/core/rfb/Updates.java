package dev.benchtop.core.rfb;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import org.eclipse.osgi.util.NLS;

/** Reads the rectangles of updates, real ones and those that say something else (RFC 6143, sections 7.6.1, 7.7 and 7.8). */
final class Updates implements AutoCloseable {

	/** What an update may change besides pixels. */
	interface Host {

		/** The screen has this size now. */
		Framebuffer resize(int width, int height) throws IOException;

		/** The server takes keys with their scancodes. */
		void takesScancodes();

		/** The server lets its size be asked for. */
		void takesSize();
	}

	private static final int MOST_NAME = 64 << 10;
	private static final int RESIZED_BY_US = 1;
	/** The board was told, and may follow later. */
	private static final int FORWARDED = 4;

	private final RfbInput input;
	private final RfbListener listener;
	private final Host host;
	private final Zrle zrle = new Zrle();
	private final Tight tight = new Tight();
	private final Map<Integer, Decoder> decoders = Map.of(Encodings.RAW, Plain::raw, Encodings.COPY_RECT, Plain::copyRect, Encodings.ZRLE, zrle,
			Encodings.TIGHT, tight);
	private Framebuffer screen;

	Updates(RfbInput input, RfbListener listener, Host host, Framebuffer screen) {
		this.input = input;
		this.listener = listener;
		this.host = host;
		this.screen = screen;
	}

	/** Reads one update after its type and its padding. */
	void read() throws IOException {
		final int count = input.u16();
		for (int i = 0; i < count; i++) {
			final var rect = new Rect(input.u16(), input.u16(), input.u16(), input.u16());
			final int encoding = input.s32();
			if (encoding == Encodings.LAST_RECT) {
				break;
			}
			final var decoder = decoders.get(encoding);
			if (decoder == null) {
				pseudo(encoding, rect);
			} else {
				rect.checkWithin(screen);
				decoder.decode(input, rect, screen);
				if (!rect.isEmpty()) {
					listener.changed(rect);
				}
			}
		}
		listener.updated();
	}

	@Override
	public void close() {
		zrle.close();
		tight.close();
	}

	private void pseudo(int encoding, Rect rect) throws IOException {
		switch (encoding) {
		case Encodings.CURSOR -> listener.cursor(CursorShapes.masked(input, rect));
		case Encodings.CURSOR_WITH_ALPHA -> listener.cursor(CursorShapes.withAlpha(input, rect));
		case Encodings.DESKTOP_SIZE -> screen = host.resize(rect.width(), rect.height());
		case Encodings.EXTENDED_DESKTOP_SIZE -> extendedSize(rect);
		case Encodings.DESKTOP_NAME -> listener.name(input.text(input.u32(), MOST_NAME, StandardCharsets.UTF_8));
		case Encodings.QEMU_POINTER_MOTION -> listener.pointer(rect.x() != 0);
		case Encodings.QEMU_EXTENDED_KEY -> host.takesScancodes();
		case Encodings.QEMU_LEDS -> leds(input.u8());
		default -> throw new RfbException(NLS.bind(Messages.Updates_encoding, Integer.toString(encoding)));
		}
	}

	/** The list of the single screens says nothing that we show; a refusal of our own wish changes nothing. */
	private void extendedSize(Rect rect) throws IOException {
		final int screens = input.u8();
		input.skip(3 + screens * 16L);
		host.takesSize();
		if (rect.x() != RESIZED_BY_US || rect.y() == 0) {
			screen = host.resize(rect.width(), rect.height());
		} else if (rect.y() != FORWARDED) {
			listener.sizeRefused();
		}
	}

	private void leds(int state) {
		listener.leds((state & 1) != 0, (state & 2) != 0, (state & 4) != 0);
	}
}
