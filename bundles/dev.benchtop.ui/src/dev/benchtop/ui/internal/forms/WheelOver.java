package dev.benchtop.ui.internal.forms;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.ScrolledComposite;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Event;

/** Keeps the wheel of the mouse from changing a value that the pointer only passes: the form scrolls instead. */
final class WheelOver {

	private static final int LINE = 16;

	private WheelOver() {
	}

	static void scrolls(Control control) {
		control.addListener(SWT.MouseVerticalWheel, event -> pass(control, event));
	}

	private static void pass(Control control, Event event) {
		event.doit = false;
		for (Composite parent = control.getParent(); parent != null; parent = parent.getParent()) {
			if (parent instanceof ScrolledComposite scroller) {
				final Point origin = scroller.getOrigin();
				scroller.setOrigin(origin.x, origin.y - event.count * LINE);
				return;
			}
		}
	}
}
