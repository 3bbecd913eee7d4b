package dev.benchtop.ui.display;

import java.util.List;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Cursor;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Transform;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.RemoteCursor;

/** Shows a screen, as large as there is room for or pixel by pixel with scroll bars. */
final class ScreenCanvas extends ScrolledComposite implements Painter.Surface {

	private final Canvas canvas;
	private Image image;
	private Framebuffer shown;
	private RemoteCursor remote;
	private Cursor cursor;
	private boolean exact;
	private int paints;

	ScreenCanvas(Composite parent) {
		super(parent, SWT.H_SCROLL | SWT.V_SCROLL);
		setExpandHorizontal(true);
		setExpandVertical(true);
		canvas = new Canvas(this, SWT.NO_BACKGROUND | SWT.DOUBLE_BUFFERED);
		canvas.addListener(SWT.Paint, event -> paint(event.gc));
		canvas.addListener(SWT.Resize, _ -> scalePointer());
		setContent(canvas);
		addDisposeListener(_ -> {
			if (image != null) {
				image.dispose();
			}
			if (cursor != null) {
				cursor.dispose();
			}
		});
	}

	/** What gets keys and pointer. */
	Canvas canvas() {
		return canvas;
	}

	boolean exact() {
		return exact;
	}

	void exact(boolean pixelByPixel) {
		exact = pixelByPixel;
		resized();
	}

	/** How often it was painted since it was asked last. */
	int paints() {
		final int count = paints;
		paints = 0;
		return count;
	}

	/** Where the screen lies; empty while there is none. */
	Optional<Zoom> zoom() {
		if (shown == null) {
			return Optional.empty();
		}
		final Point area = canvas.getSize();
		return Optional.of(exact ? Zoom.exact(shown.width(), shown.height(), area, deviceZoom()) : Zoom.fit(shown.width(), shown.height(), area));
	}

	/** How many pixels of the monitor there are for a screen without scroll bars. */
	Point room() {
		final int points = 100;
		final Point size = getSize();
		return new Point(size.x * deviceZoom() / points, size.y * deviceZoom() / points);
	}

	/** How many pixels the monitor has for 100 points. */
	int deviceZoom() {
		return getMonitor().getZoom();
	}

	/** Shows this pointer from now on. */
	void pointer(RemoteCursor next) {
		remote = next;
		final var old = cursor;
		cursor = PointerShape.of(getDisplay(), next, zoom().map(Zoom::scale).orElse(1.0));
		canvas.setCursor(cursor);
		if (old != null) {
			old.dispose();
		}
	}

	@Override
	public void draw(Framebuffer screen, List<Painter.Patch> patches) {
		try {
			if (!isDisposed() && !patches.isEmpty()) {
				if (screen != shown) {
					renew(screen);
				}
				paints++;
				patch(patches);
			}
		} finally {
			patches.forEach(patch -> patch.image().dispose());
		}
	}

	private void renew(Framebuffer screen) {
		if (image != null) {
			image.dispose();
		}
		image = new Image(getDisplay(), screen.width(), screen.height());
		final var gc = new GC(image);
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		gc.fillRectangle(0, 0, screen.width(), screen.height());
		gc.dispose();
		shown = screen;
		resized();
	}

	private void resized() {
		if (shown != null && exact) {
			setMinSize(Zoom.exact(shown.width(), shown.height(), new Point(0, 0), deviceZoom()).size());
		} else {
			setMinSize(0, 0);
		}
		scalePointer();
		canvas.redraw();
	}

	private void scalePointer() {
		if (remote != null) {
			pointer(remote);
		}
	}

	/** The images of the parts have as many pixels as those; what the monitor's zoom makes of their size is undone. */
	private void patch(List<Painter.Patch> patches) {
		final var zoom = zoom().orElseThrow();
		final var gc = new GC(image);
		final var transform = new Transform(getDisplay());
		try {
			for (final var patch : patches) {
				final var place = patch.place();
				final float scale = place.width() / (float) patch.image().getBounds().width;
				transform.setElements(scale, 0, 0, scale, place.x(), place.y());
				gc.setTransform(transform);
				gc.drawImage(patch.image(), 0, 0);
				final var area = zoom.onCanvas(place);
				canvas.redraw(area.x, area.y, area.width, area.height, false);
			}
		} finally {
			transform.dispose();
			gc.dispose();
		}
	}

	private void paint(GC gc) {
		final Point size = canvas.getSize();
		final var zoom = zoom();
		gc.setBackground(getDisplay().getSystemColor(SWT.COLOR_BLACK));
		if (zoom.isEmpty()) {
			gc.fillRectangle(0, 0, size.x, size.y);
			return;
		}
		margins(gc, zoom.get(), size);
		final var transform = new Transform(getDisplay());
		try {
			transform.translate((float) zoom.get().x(), (float) zoom.get().y());
			transform.scale((float) zoom.get().scale(), (float) zoom.get().scale());
			gc.setTransform(transform);
			gc.setInterpolation(exact ? SWT.NONE : SWT.DEFAULT);
			gc.drawImage(image, 0, 0);
		} finally {
			transform.dispose();
		}
	}

	private static void margins(GC gc, Zoom zoom, Point canvas) {
		final Point size = zoom.size();
		final int right = (int) zoom.x() + size.x - 1;
		final int bottom = (int) zoom.y() + size.y - 1;
		gc.fillRectangle(0, 0, canvas.x, (int) zoom.y() + 1);
		gc.fillRectangle(0, bottom, canvas.x, canvas.y - bottom);
		gc.fillRectangle(0, 0, (int) zoom.x() + 1, canvas.y);
		gc.fillRectangle(right, 0, canvas.x - right, canvas.y);
	}
}
