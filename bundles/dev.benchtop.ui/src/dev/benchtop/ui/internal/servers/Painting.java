package dev.benchtop.ui.internal.servers;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** What is painted by hand; it holds on light and dark. */
final class Painting {

	private static final Color PROGRESS = new Color(63, 140, 244);
	private static final Color TRACK = new Color(125, 133, 144, 90);
	private static final int TINT = 60;
	private static final int BAR = 3;

	private Painting() {
	}

	/** Paints the selection as a tint, so that icons and bars keep their colours on it. */
	static void softSelection(Control table) {
		table.addListener(SWT.EraseItem, Painting::erase);
	}

	private static void erase(Event event) {
		if ((event.detail & SWT.SELECTED) != 0) {
			final var control = (Control) event.widget;
			final int alpha = event.gc.getAlpha();
			event.gc.setBackground(control.getBackground());
			event.gc.fillRectangle(event.x, event.y, event.width, event.height);
			event.gc.setBackground(PROGRESS);
			event.gc.setAlpha(TINT);
			event.gc.fillRectangle(event.x, event.y, event.width, event.height);
			event.gc.setAlpha(alpha);
			event.gc.setForeground(control.getForeground());
			event.detail &= ~SWT.SELECTED;
		}
	}

	/** A thin bar at the foot of a cell. */
	static void bar(GC gc, Rectangle cell, int percent) {
		final int width = Math.max(0, cell.width - 2 * BAR);
		final int y = cell.y + cell.height - BAR - 1;
		gc.setBackground(TRACK);
		gc.fillRectangle(cell.x + BAR, y, width, BAR);
		gc.setBackground(PROGRESS);
		gc.fillRectangle(cell.x + BAR, y, width * percent / 100, BAR);
	}
}
