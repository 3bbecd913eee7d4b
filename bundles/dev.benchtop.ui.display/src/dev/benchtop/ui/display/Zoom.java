package dev.benchtop.ui.display;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;

import dev.benchtop.core.rfb.Rect;

/**
 * Where a screen lies on a canvas.
 *
 * @param scale points of the canvas for one pixel of the screen
 * @param x the point of its left edge
 * @param width of the screen, in its pixels
 */
record Zoom(double scale, double x, double y, int width, int height) {

	/** As large as the canvas lets it be, in the middle. */
	static Zoom fit(int width, int height, Point canvas) {
		return centred(Math.max(0.01, Math.min(canvas.x / (double) width, canvas.y / (double) height)), width, height, canvas);
	}

	/**
	 * One pixel of the screen on one pixel of the monitor; in the middle of a canvas that is larger.
	 *
	 * @param deviceZoom pixels of the monitor for 100 points
	 */
	static Zoom exact(int width, int height, Point canvas, int deviceZoom) {
		return centred(100.0 / deviceZoom, width, height, canvas);
	}

	private static Zoom centred(double scale, int width, int height, Point canvas) {
		return new Zoom(scale, Math.max(0, Math.floor((canvas.x - width * scale) / 2)), Math.max(0, Math.floor((canvas.y - height * scale) / 2)), width,
				height);
	}

	/** How many points it takes. */
	Point size() {
		return new Point((int) Math.ceil(width * scale), (int) Math.ceil(height * scale));
	}

	/** The points that a part of the screen touches. */
	Rectangle onCanvas(Rect part) {
		final int left = (int) Math.floor(x + part.x() * scale) - 1;
		final int top = (int) Math.floor(y + part.y() * scale) - 1;
		final int right = (int) Math.ceil(x + (part.x() + part.width()) * scale) + 1;
		final int bottom = (int) Math.ceil(y + (part.y() + part.height()) * scale) + 1;
		return new Rectangle(left, top, right - left, bottom - top);
	}

	/** The pixel of the screen at a point; the nearest one where the point is beside the screen. */
	Point onScreen(int pointX, int pointY) {
		return new Point(Math.clamp((int) Math.floor((pointX - x) / scale), 0, width - 1), Math.clamp((int) Math.floor((pointY - y) / scale), 0, height - 1));
	}

	/** In percent of a pixel of the monitor. */
	int percent(int deviceZoom) {
		return (int) Math.round(scale * deviceZoom);
	}
}
