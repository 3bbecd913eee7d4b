package dev.benchtop.ui.internal.boards;

import org.eclipse.swt.graphics.Color;

/** The colours that are painted by hand; they hold on light and dark. */
final class Colors {

	static final Color PROGRESS = new Color(63, 140, 244);
	static final Color TRACK = new Color(125, 133, 144, 90);

	private Colors() {
	}
}
