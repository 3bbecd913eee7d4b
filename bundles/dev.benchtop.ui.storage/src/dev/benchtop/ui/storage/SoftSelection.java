package dev.benchtop.ui.storage;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Paints the selection as a tint, so that icons and states keep their colours on it. */
final class SoftSelection {

	private static final Color BLUE = new Color(63, 140, 244);
	private static final int TINT = 60;

	private SoftSelection() {
	}

	static void erase(Event event) {
		if ((event.detail & SWT.SELECTED) != 0) {
			final var gc = event.gc;
			final var control = (Control) event.widget;
			final int alpha = gc.getAlpha();
			gc.setBackground(control.getBackground());
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			gc.setBackground(BLUE);
			gc.setAlpha(TINT);
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			gc.setAlpha(alpha);
			gc.setForeground(control.getForeground());
			event.detail &= ~SWT.SELECTED;
		}
	}
}
