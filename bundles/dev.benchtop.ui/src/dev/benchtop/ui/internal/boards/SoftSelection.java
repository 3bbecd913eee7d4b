package dev.benchtop.ui.internal.boards;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Tree;

/** Paints the selection as a tint, so that icons and states keep their colours on it. */
final class SoftSelection {

	private static final int TINT = 60;

	private SoftSelection() {
	}

	static void erase(Event event) {
		if ((event.detail & SWT.SELECTED) != 0) {
			final var gc = event.gc;
			final int alpha = gc.getAlpha();
			gc.setBackground(((Tree) event.widget).getBackground());
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			gc.setBackground(Colors.PROGRESS);
			gc.setAlpha(TINT);
			gc.fillRectangle(event.x, event.y, event.width, event.height);
			gc.setAlpha(alpha);
			gc.setForeground(((Tree) event.widget).getForeground());
			event.detail &= ~SWT.SELECTED;
		}
	}
}
