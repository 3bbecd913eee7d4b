package dev.benchtop.core.rfb;

import java.io.IOException;

/** The encodings without compression: Raw and CopyRect (RFC 6143, sections 7.7.1 and 7.7.2). */
final class Plain {

	private Plain() {
	}

	static void raw(RfbInput input, Rect rect, Framebuffer screen) throws IOException {
		for (int y = rect.y(); y < rect.y() + rect.height(); y++) {
			input.pixels(screen.pixels, screen.offset(rect.x(), y), rect.width());
		}
	}

	static void copyRect(RfbInput input, Rect rect, Framebuffer screen) throws IOException {
		final var from = new Rect(input.u16(), input.u16(), rect.width(), rect.height());
		from.checkWithin(screen);
		screen.move(from.x(), from.y(), rect);
	}
}
