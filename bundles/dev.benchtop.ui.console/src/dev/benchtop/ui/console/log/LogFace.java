package dev.benchtop.ui.console.log;

import org.eclipse.swt.graphics.Font;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Control;

/** The measures of the font in which a log is drawn, one cell for each character, and how text is drawn in it. */
final class LogFace {

	private static final int TAB = 8;

	private final Font font;
	private final int cellWidth;
	private final int cellHeight;

	LogFace(Control control, Font font) {
		this.font = font;
		final var gc = new GC(control);
		gc.setFont(font);
		cellWidth = gc.stringExtent("W").x; //$NON-NLS-1$
		cellHeight = gc.getFontMetrics().getHeight();
		gc.dispose();
	}

	Font font() {
		return font;
	}

	int cellWidth() {
		return cellWidth;
	}

	int cellHeight() {
		return cellHeight;
	}

	/** The cell in which a character of a text stands. */
	static int cell(String text, int column) {
		int cell = 0;
		for (int i = 0; i < column; i++) {
			cell = i < text.length() && text.charAt(i) == '\t' ? cell + TAB - cell % TAB : cell + 1;
		}
		return cell;
	}

	/** The character that stands in a cell, or the end of the text. */
	static int column(String text, int cell) {
		int column = 0;
		while (column < text.length() && cell(text, column + 1) <= cell) {
			column++;
		}
		return column;
	}

	/** Draws the characters of a range, in whichever colour is set, without a background. */
	void draw(GC gc, String text, int from, int to, int origin, int y) {
		int begin = from;
		for (int i = from; i <= to; i++) {
			final boolean plain = i < to && text.charAt(i) >= ' ' && text.charAt(i) < 0x7f;
			if (!plain) {
				run(gc, text, begin, i, origin, y);
				if (i < to && text.charAt(i) != '\t') {
					gc.drawString(text.substring(i, i + 1), origin + cell(text, i) * cellWidth, y, true);
				}
				begin = i + 1;
			}
		}
	}

	private void run(GC gc, String text, int from, int to, int origin, int y) {
		if (to > from) {
			gc.drawString(text.substring(from, to), origin + cell(text, from) * cellWidth, y, true);
		}
	}
}
