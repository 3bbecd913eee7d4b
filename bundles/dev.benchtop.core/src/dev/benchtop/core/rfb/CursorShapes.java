package dev.benchtop.core.rfb;

import java.io.IOException;

import org.eclipse.osgi.util.NLS;

/** Reads cursors: with a mask (RFC 6143, section 7.8.1), and with alpha (rfbproto, Cursor With Alpha). */
final class CursorShapes {

	/** Larger ones exist nowhere. */
	private static final int LONGEST_SIDE = 1024;
	private static final int OPAQUE = 0xFF << 24;

	private CursorShapes() {
	}

	static RemoteCursor masked(RfbInput input, Rect rect) throws IOException {
		final int[] pixels = pixels(input, rect);
		final int line = (rect.width() + 7) / 8;
		final byte[] mask = input.bytes(line * rect.height());
		for (int y = 0; y < rect.height(); y++) {
			for (int x = 0; x < rect.width(); x++) {
				final boolean shown = (mask[y * line + x / 8] >> 7 - x % 8 & 1) != 0;
				final int at = y * rect.width() + x;
				pixels[at] = shown ? pixels[at] | OPAQUE : 0;
			}
		}
		return new RemoteCursor(rect.width(), rect.height(), rect.x(), rect.y(), pixels);
	}

	/** The bytes of a pixel are red, green, blue, alpha, the colours multiplied by alpha. */
	static RemoteCursor withAlpha(RfbInput input, Rect rect) throws IOException {
		final int encoding = input.s32();
		if (encoding != Encodings.RAW) {
			throw new RfbException(NLS.bind(Messages.CursorShapes_encoding, Integer.toString(encoding)));
		}
		final int[] pixels = pixels(input, rect);
		for (int i = 0; i < pixels.length; i++) {
			final int pixel = pixels[i];
			final int alpha = pixel >>> 24;
			pixels[i] = alpha == 0 ? 0
					: alpha << 24 | part(pixel, alpha) << 16 | part(pixel >> 8, alpha) << 8 | part(pixel >> 16, alpha);
		}
		return new RemoteCursor(rect.width(), rect.height(), rect.x(), rect.y(), pixels);
	}

	private static int part(int value, int alpha) {
		return Math.min(0xFF, (value & 0xFF) * 0xFF / alpha);
	}

	private static int[] pixels(RfbInput input, Rect rect) throws IOException {
		if (Math.max(rect.width(), rect.height()) > LONGEST_SIDE) {
			throw new RfbException(NLS.bind(Messages.CursorShapes_size, Integer.toString(rect.width()), Integer.toString(rect.height())));
		}
		final var pixels = new int[rect.width() * rect.height()];
		input.pixels(pixels, 0, pixels.length);
		return pixels;
	}
}
