package dev.benchtop.core.rfb;

import org.eclipse.osgi.util.NLS;

/** Turns the unpacked lines of one rectangle in Tight into pixels of the screen. */
final class TightRows {

	private final Rect rect;
	private final Framebuffer screen;
	private final int[] palette;
	private final int colours;

	TightRows(Rect rect, Framebuffer screen, int[] palette, int colours) {
		this.rect = rect;
		this.screen = screen;
		this.palette = palette;
		this.colours = colours;
	}

	void copy(int row, byte[] bytes, int start) {
		int to = screen.offset(rect.x(), rect.y() + row);
		int at = start;
		for (int x = 0; x < rect.width(); x++) {
			screen.pixels[to++] = (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
			at += 3;
		}
	}

	void palette(int row, byte[] bytes, int start) throws RfbException {
		final int to = screen.offset(rect.x(), rect.y() + row);
		for (int x = 0; x < rect.width(); x++) {
			final int index = colours <= 2 ? bytes[start + x / 8] >> 7 - x % 8 & 1 : bytes[start + x] & 0xFF;
			if (index >= colours) {
				throw new RfbException(NLS.bind(Messages.Zrle_colour, Integer.toString(index), Integer.toString(colours)));
			}
			screen.pixels[to + x] = palette[index];
		}
	}

	/** What is sent is the difference to left + above - above left, each colour by itself and kept between 0 and 255. */
	void gradient(int row, byte[] bytes, int start) {
		final int to = screen.offset(rect.x(), rect.y() + row);
		final int above = to - screen.width();
		for (int x = 0; x < rect.width(); x++) {
			final int left = x == 0 ? 0 : screen.pixels[to + x - 1];
			final int up = row == 0 ? 0 : screen.pixels[above + x];
			final int corner = row == 0 || x == 0 ? 0 : screen.pixels[above + x - 1];
			int pixel = 0;
			for (int shift = 16, at = start + x * 3; shift >= 0; shift -= 8, at++) {
				final int guess = (left >> shift & 0xFF) + (up >> shift & 0xFF) - (corner >> shift & 0xFF);
				pixel |= (bytes[at] + Math.clamp(guess, 0, 0xFF) & 0xFF) << shift;
			}
			screen.pixels[to + x] = pixel;
		}
	}
}
