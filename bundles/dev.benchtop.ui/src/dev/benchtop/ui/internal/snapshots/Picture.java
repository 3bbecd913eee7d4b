package dev.benchtop.ui.internal.snapshots;

import java.nio.file.Path;
import java.util.Optional;

import org.eclipse.swt.SWT;
import org.eclipse.swt.SWTException;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Image;
import org.eclipse.swt.graphics.ImageData;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

/** The picture of a screen, as large as there is room for. */
final class Picture {

	private static final int MARGIN = 8;

	private final Canvas canvas;
	private Image image;
	private String words = ""; //$NON-NLS-1$

	Picture(Composite parent) {
		canvas = new Canvas(parent, SWT.DOUBLE_BUFFERED);
		canvas.addPaintListener(event -> paint(event.gc, canvas.getClientArea()));
		canvas.addDisposeListener(_ -> forget());
	}

	/** Reads a picture; empty where there is none or it is not readable. Off the UI thread. */
	static Optional<ImageData> read(Optional<Path> file) {
		try {
			return file.map(path -> new ImageData(path.toString()));
		} catch (SWTException e) {
			return Optional.empty(); // it was deleted meanwhile, or is no picture: there is none to show
		}
	}

	/** Shows a picture; the words where there is none. */
	void show(Optional<ImageData> data, String instead) {
		if (canvas.isDisposed()) {
			return;
		}
		forget();
		image = data.map(pixels -> new Image(canvas.getDisplay(), pixels)).orElse(null);
		words = instead;
		canvas.redraw();
	}

	private void forget() {
		if (image != null) {
			image.dispose();
			image = null;
		}
	}

	private void paint(GC gc, Rectangle area) {
		if (image == null) {
			final var extent = gc.textExtent(words);
			gc.setForeground(canvas.getDisplay().getSystemColor(SWT.COLOR_WIDGET_DISABLED_FOREGROUND));
			gc.drawText(words, Math.max(MARGIN, (area.width - extent.x) / 2), Math.max(MARGIN, (area.height - extent.y) / 2), true);
			return;
		}
		final var bounds = image.getBounds();
		final double scale = Math.min(1, Math.min((area.width - 2.0 * MARGIN) / bounds.width, (area.height - 2.0 * MARGIN) / bounds.height));
		final int width = (int) (bounds.width * scale);
		final int height = (int) (bounds.height * scale);
		if (width > 0 && height > 0) {
			gc.setInterpolation(SWT.HIGH);
			gc.drawImage(image, 0, 0, bounds.width, bounds.height, (area.width - width) / 2, (area.height - height) / 2, width, height);
		}
	}
}
