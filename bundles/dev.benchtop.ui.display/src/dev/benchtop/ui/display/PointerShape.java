package dev.benchtop.ui.display;

import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.Device;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.PaletteData;

import dev.benchtop.core.rfb.RemoteCursor;

/** Makes pointers of the desktop of those of a board. */
final class PointerShape {

	private static final PaletteData COLOURS = new PaletteData(0xFF0000, 0xFF00, 0xFF);

	private PointerShape() {
	}

	/** The pointer at the size at which the screen is shown. One that is not to be seen is a single dot, so that nobody loses it. */
	static Cursor of(Device device, RemoteCursor cursor, double scale) {
		if (isEmpty(cursor)) {
			return new Cursor(device, dot(), 1, 1);
		}
		final var data = new ImageData(cursor.width(), cursor.height(), 24, COLOURS);
		data.alphaData = new byte[cursor.width() * cursor.height()];
		for (int y = 0; y < cursor.height(); y++) {
			for (int x = 0; x < cursor.width(); x++) {
				final int pixel = cursor.pixels()[y * cursor.width() + x];
				data.setPixel(x, y, pixel & 0xFFFFFF);
				data.setAlpha(x, y, pixel >>> 24);
			}
		}
		final int width = scaled(cursor.width(), scale);
		final int height = scaled(cursor.height(), scale);
		return new Cursor(device, data.scaledTo(width, height), hot(cursor.hotX(), scale, width), hot(cursor.hotY(), scale, height));
	}

	private static boolean isEmpty(RemoteCursor cursor) {
		for (final int pixel : cursor.pixels()) {
			if (pixel >>> 24 != 0) {
				return false;
			}
		}
		return true;
	}

	private static ImageData dot() {
		final int side = 3;
		final var data = new ImageData(side, side, 24, COLOURS);
		data.alphaData = new byte[side * side];
		for (int i = 0; i < side * side; i++) {
			data.setAlpha(i % side, i / side, 0xFF);
		}
		data.setPixel(1, 1, 0xFFFFFF);
		return data;
	}

	private static int scaled(int length, double scale) {
		return Math.max(1, (int) Math.round(length * scale));
	}

	private static int hot(int place, double scale, int length) {
		return Math.clamp((int) (place * scale), 0, length - 1);
	}
}
