package dev.benchtop.core.rfb;

import org.eclipse.osgi.util.NLS;

/** A part of a screen, in its pixels. */
public record Rect(int x, int y, int width, int height) {

	public boolean isEmpty() {
		return width <= 0 || height <= 0;
	}

	/** Number of its pixels. */
	public long area() {
		return (long) width * height;
	}

	/** The smallest that holds both. */
	public Rect union(Rect other) {
		final int left = Math.min(x, other.x);
		final int top = Math.min(y, other.y);
		return new Rect(left, top, Math.max(x + width, other.x + other.width) - left, Math.max(y + height, other.y + other.height) - top);
	}

	/** What both have; empty where that is nothing. */
	public Rect intersection(Rect other) {
		final int left = Math.max(x, other.x);
		final int top = Math.max(y, other.y);
		return new Rect(left, top, Math.min(x + width, other.x + other.width) - left, Math.min(y + height, other.y + other.height) - top);
	}

	/** Refuses a rectangle that is not wholly on the screen. */
	void checkWithin(Framebuffer screen) throws RfbException {
		if (x + width > screen.width() || y + height > screen.height()) {
			throw new RfbException(NLS.bind(Messages.Rect_outside,
					new Object[] {Integer.toString(width), Integer.toString(height), Integer.toString(x), Integer.toString(y), screen.size()}));
		}
	}
}
