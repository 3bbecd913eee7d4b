package dev.benchtop.ui.internal.servers;

import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;

/** What is painted by hand; it holds on light and dark. */
final class Painting {

	private static final Color PROGRESS = new Color(63, 140, 244);
	private static final Color TRACK = new Color(125, 133, 144, 90);
	private static final int BAR = 3;

	private Painting() {
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
