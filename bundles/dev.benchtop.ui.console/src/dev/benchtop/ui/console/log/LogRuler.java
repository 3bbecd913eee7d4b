package dev.benchtop.ui.console.log;

import org.eclipse.swt.SWT;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.console.LogText;

/** The strip beside a log that shows where in all of it hits and marks are; a click goes there. */
final class LogRuler extends Canvas {

	static final int WIDTH = 9;
	private static final int MARK = 3;

	private final LogStyle style;
	private final LogCanvas canvas;

	LogRuler(Composite parent, LogStyle style, LogCanvas canvas) {
		super(parent, SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND | SWT.NO_FOCUS);
		this.style = style;
		this.canvas = canvas;
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.MouseDown, event -> canvas.text().ifPresent(text -> canvas.scrollTo(line(text, event.y) - canvas.rows() / 2)));
	}

	private long line(LogText text, int y) {
		return text.firstLine() + (text.endLine() - text.firstLine()) * y / Math.max(1, getClientArea().height);
	}

	private void paint(GC gc) {
		final var area = getClientArea();
		gc.setBackground(LogColors.RULER);
		gc.fillRectangle(area);
		canvas.text().ifPresent(text -> {
			for (int y = 0; y < area.height; y++) {
				paint(gc, text, y, area.width);
			}
			for (final long mark : style.marks()) {
				gc.setBackground(LogColors.MARK);
				gc.fillRectangle(0, (int) ((mark - text.firstLine()) * area.height / Math.max(1, text.endLine() - text.firstLine())), area.width, MARK);
			}
		});
	}

	private void paint(GC gc, LogText text, int y, int width) {
		final long from = line(text, y);
		final long to = Math.max(from + 1, line(text, y + 1));
		if (style.search().filter(search -> search.any(from, to)).isPresent() && from < text.endLine()) {
			gc.setBackground(LogColors.CURRENT_HIT);
			gc.fillRectangle(1, y, width - 2, MARK);
		}
	}
}
