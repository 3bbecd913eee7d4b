package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogText;

/** The bytes of a log as they came, in rows of hexadecimal numbers; goes with the text beside it, whose selected line is lit. */
final class HexCanvas extends Canvas {

	private static final int MARGIN = 8;
	private static final int WIDE = 16;
	private static final int NARROW = 8;

	private final LogCanvas lines;
	private final LogFace face;
	private long top;
	private long shownTop = -1;

	HexCanvas(Composite parent, LogCanvas lines) {
		super(parent, SWT.V_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.lines = lines;
		face = new LogFace(this, JFaceResources.getTextFont());
		addListener(SWT.Paint, event -> paint(event.gc));
		addListener(SWT.Resize, _ -> refresh());
		addListener(SWT.MouseVerticalWheel, event -> scrollTo(top - (long) event.count * columns()));
		addListener(SWT.KeyDown, event -> scrollTo(top + (long) columns() * steps(event.keyCode)));
		addListener(SWT.MouseDown, _ -> setFocus());
		getVerticalBar().addListener(SWT.Selection, _ -> scrollTo(start() + (long) getVerticalBar().getSelection() * columns()));
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = Messages.HexCanvas_name;
			}
		});
	}

	private int steps(int key) {
		return switch (key) {
			case SWT.ARROW_UP -> -1;
			case SWT.ARROW_DOWN -> 1;
			case SWT.PAGE_UP -> -rows();
			case SWT.PAGE_DOWN -> rows();
			default -> 0;
		};
	}

	/** Goes with the lines: to the first one that is to be seen, where that is another one now. */
	void refresh() {
		if (isDisposed()) {
			return;
		}
		if (lines.top() != shownTop) {
			shownTop = lines.top();
			lines.line(shownTop).ifPresent(line -> top = row(line.place()));
		}
		final int rows = (int) Math.min(Integer.MAX_VALUE, (end() - start()) / columns() + 1);
		getVerticalBar().setValues((int) ((top - start()) / columns()), 0, Math.max(1, rows), Math.max(1, Math.min(rows, rows())), 1, rows());
		redraw();
	}

	private void scrollTo(long place) {
		top = Math.clamp(row(place), start(), Math.max(start(), row(end() - 1)));
		refresh();
	}

	private long row(long place) {
		return start() + (place - start()) / columns() * columns();
	}

	private long start() {
		return lines.text().map(LogText::start).orElse(0L);
	}

	private long end() {
		return lines.text().map(LogText::end).orElse(0L);
	}

	private int rows() {
		return Math.max(1, getClientArea().height / face.cellHeight());
	}

	private int columns() {
		return getClientArea().width >= 2 * MARGIN + cells(WIDE) * face.cellWidth() ? WIDE : NARROW;
	}

	private static int cells(int columns) {
		return 10 + 3 * columns + 1 + columns;
	}

	private void paint(GC gc) {
		gc.setFont(face.font());
		gc.setBackground(LogColors.BACKGROUND);
		gc.fillRectangle(getClientArea());
		try {
			if (lines.text().isPresent()) {
				final int columns = columns();
				final byte[] bytes = lines.text().get().bytes(Math.max(top, start()), (rows() + 1) * columns);
				for (int from = 0; from < bytes.length; from += columns) {
					paint(gc, bytes, from, columns, from / columns * face.cellHeight());
				}
			}
		} catch (IOException e) {
			ILog.of(HexCanvas.class).warn(e.getMessage(), e);
		}
	}

	private void paint(GC gc, byte[] bytes, int from, int columns, int y) {
		final int hex = MARGIN + 10 * face.cellWidth();
		final int characters = hex + (3 * columns + 1) * face.cellWidth();
		gc.setForeground(LogColors.FAINT);
		gc.drawString(String.format("%08x", top + from), MARGIN, y, true); //$NON-NLS-1$
		final Optional<LogLine> selected = lines.line(lines.selection().caret().line());
		for (int i = 0; i < columns && from + i < bytes.length; i++) {
			final long place = top + from + i;
			final int x = hex + 3 * i * face.cellWidth();
			if (selected.isPresent() && place >= selected.get().place() && place < selected.get().place() + selected.get().length()) {
				gc.setBackground(LogColors.SELECTION);
				gc.fillRectangle(x, y, 3 * face.cellWidth(), face.cellHeight());
				gc.fillRectangle(characters + i * face.cellWidth(), y, face.cellWidth(), face.cellHeight());
			}
			final int value = bytes[from + i] & 0xff;
			final boolean printable = value >= ' ' && value < 0x7f;
			gc.setForeground(printable ? LogColors.TEXT : LogColors.FAINT);
			gc.drawString(String.format("%02x", value), x, y, true); //$NON-NLS-1$
			gc.drawString(printable ? String.valueOf((char) value) : "\u00b7", characters + i * face.cellWidth(), y, true); //$NON-NLS-1$
		}
	}
}
