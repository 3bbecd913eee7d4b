package dev.benchtop.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.junit.jupiter.api.Test;

import dev.benchtop.core.rfb.Rect;

/** Where pixels of a screen lie on a canvas. */
final class ZoomTest {

	@Test
	void fitsInTheMiddle() {
		final var zoom = Zoom.fit(1000, 500, new Point(500, 400));
		assertEquals(0.5, zoom.scale());
		assertEquals(0, zoom.x());
		assertEquals(75, zoom.y());
		assertEquals(new Point(500, 250), zoom.size());
		assertEquals(50, zoom.percent(100));
		assertEquals(100, zoom.percent(200), "half a point is a pixel of a monitor with twice as many");
	}

	@Test
	void exactIsThePixelOfTheMonitor() {
		assertEquals(1, Zoom.exact(640, 480, new Point(0, 0), 100).scale());
		final var fine = Zoom.exact(641, 480, new Point(1000, 1000), 200);
		assertEquals(0.5, fine.scale());
		assertEquals(new Point(321, 240), fine.size());
		assertEquals(100, fine.percent(200));
	}

	@Test
	void pointsBesideTheScreenAreItsEdge() {
		final var zoom = Zoom.fit(1000, 500, new Point(500, 400));
		assertEquals(new Point(0, 0), zoom.onScreen(-5, 10));
		assertEquals(new Point(999, 499), zoom.onScreen(500, 400));
		assertEquals(new Point(500, 250), zoom.onScreen(250, 200));
	}

	@Test
	void changedPartIsPaintedWhole() {
		final var zoom = Zoom.fit(1000, 1000, new Point(333, 333));
		final var area = zoom.onCanvas(new Rect(1, 1, 1, 1));
		assertEquals(true, area.contains(0, 0), area.toString());
		assertEquals(new Rectangle(-1, -1, 335, 335), zoom.onCanvas(new Rect(0, 0, 1000, 1000)));
	}

	@Test
	void canvasWithoutRoomHasAScaleToo() {
		assertEquals(0.01, Zoom.fit(1000, 500, new Point(0, 0)).scale());
	}
}
