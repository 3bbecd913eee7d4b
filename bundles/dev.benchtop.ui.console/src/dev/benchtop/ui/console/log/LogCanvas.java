package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.util.Optional;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.accessibility.AccessibleAdapter;
import org.eclipse.swt.accessibility.AccessibleEvent;
import org.eclipse.swt.graphics.Color;
import org.eclipse.swt.graphics.GC;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Canvas;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.ScrollBar;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogSearch.Hit;
import dev.benchtop.core.console.LogText;

/** Shows the lines of a log that are to be seen, and reads no others. */
final class LogCanvas extends Canvas {

	/** The mark before a line, and the space behind the time. */
	private static final int GUTTER = 8;
	private static final int TIME_GAP = 2;

	private final LogStyle style;
	private final LogFace face;
	private final Runnable moved;
	private Optional<LogText> text = Optional.empty();
	private LogSelection selection = new LogSelection(new LogPosition(0, 0), new LogPosition(0, 0));
	private long top;
	private int left;
	private int widest;
	private boolean following = true;

	/**
	 * An empty canvas.
	 *
	 * @param moved is called when other lines are to be seen, or another one is selected
	 */
	LogCanvas(Composite parent, LogStyle style, Runnable moved) {
		super(parent, SWT.V_SCROLL | SWT.H_SCROLL | SWT.DOUBLE_BUFFERED | SWT.NO_BACKGROUND);
		this.style = style;
		this.moved = moved;
		face = new LogFace(this, JFaceResources.getTextFont());
		setCursor(getDisplay().getSystemCursor(SWT.CURSOR_IBEAM));
		addListener(SWT.Paint, event -> paint(event.gc, getClientArea()));
		addListener(SWT.Resize, _ -> refresh());
		addListener(SWT.FocusIn, _ -> redraw());
		addListener(SWT.FocusOut, _ -> redraw());
		getVerticalBar().addListener(SWT.Selection, _ -> scrollTo(first() + getVerticalBar().getSelection()));
		getHorizontalBar().addListener(SWT.Selection, _ -> scrollSideways(getHorizontalBar().getSelection()));
		getAccessible().addAccessibleListener(new AccessibleAdapter() {
			@Override
			public void getName(AccessibleEvent event) {
				event.result = Messages.LogCanvas_name;
			}
		});
		LogGestures.install(this);
	}

	/** Shows this log, from its end. */
	void show(LogText log) {
		text = Optional.of(log);
		following = true;
		select(new LogSelection(new LogPosition(0, 0), new LogPosition(0, 0)));
		refresh();
	}

	Optional<LogText> text() {
		return text;
	}

	LogFace face() {
		return face;
	}

	/** Shows what came since, at the end where that is followed. */
	void refresh() {
		if (isDisposed()) {
			return;
		}
		final long last = Math.max(first(), end() - rows());
		top = following ? last : Math.clamp(top, first(), last);
		final ScrollBar bar = getVerticalBar();
		final int lines = (int) Math.min(Integer.MAX_VALUE, Math.max(1, end() - first()));
		bar.setValues((int) (top - first()), 0, Math.max(lines, rows()), Math.max(1, Math.min(rows(), lines)), 1, Math.max(1, rows() - 1));
		bar.setEnabled(lines > rows());
		redraw();
		moved.run();
	}

	private long first() {
		return text.map(LogText::firstLine).orElse(0L);
	}

	private long end() {
		return text.map(LogText::endLine).orElse(0L);
	}

	/** The lines that are wholly to be seen. */
	int rows() {
		return Math.max(1, getClientArea().height / face.cellHeight());
	}

	/** The first line that is to be seen. */
	long top() {
		return top;
	}

	/** Shows this line as the first; at the end it is followed from then on. */
	void scrollTo(long line) {
		final long last = Math.max(first(), end() - rows());
		top = Math.clamp(line, first(), last);
		following = top == last;
		refresh();
	}

	private void scrollSideways(int cells) {
		left = cells;
		redraw();
	}

	boolean following() {
		return following;
	}

	/** Stays where it is, or goes to the end and follows it. */
	void follow(boolean end) {
		following = end;
		refresh();
	}

	LogSelection selection() {
		return selection;
	}

	void select(LogSelection stretch) {
		selection = stretch;
		redraw();
		moved.run();
	}

	/** Brings a line into sight, with some lines around it where it was not. */
	void reveal(LogPosition position) {
		if (position.line() < top || position.line() >= top + rows()) {
			scrollTo(position.line() - rows() / 3);
		}
		final int cell = line(position.line()).map(line -> LogFace.cell(line.text(), position.column())).orElse(0);
		final int cells = cells();
		if (cell < left || cell >= left + cells) {
			scrollSideways(Math.max(0, cell - cells / 2));
			updateSideways();
		}
	}

	/** Selects a hit and brings it into sight. */
	void go(Hit hit) {
		style.current(Optional.of(hit));
		following = false;
		select(new LogSelection(new LogPosition(hit.line(), hit.start()), new LogPosition(hit.line(), hit.end())));
		reveal(selection.start());
	}

	/** The place at a point of the canvas. */
	LogPosition at(int x, int y) {
		final long number = Math.clamp(top + Math.floorDiv(y, face.cellHeight()), first(), Math.max(first(), end() - 1));
		final String words = line(number).map(LogLine::text).orElse(""); //$NON-NLS-1$
		final int cell = (int) Math.round((x - textLeft()) / (double) face.cellWidth()) + left;
		return new LogPosition(number, LogFace.column(words, Math.max(0, cell)));
	}

	Optional<LogLine> line(long number) {
		try {
			return text.isEmpty() ? Optional.empty() : text.get().line(number);
		} catch (IOException e) {
			ILog.of(LogCanvas.class).warn(e.getMessage(), e);
			return Optional.empty();
		}
	}

	private int timeWidth() {
		return style.times() == TimeStyle.OFF ? 0 : (style.times().width() + TIME_GAP) * face.cellWidth();
	}

	private int textLeft() {
		return GUTTER + timeWidth();
	}

	/** The cells of a line that are to be seen. */
	private int cells() {
		return Math.max(1, (getClientArea().width - textLeft()) / face.cellWidth());
	}

	private void updateSideways() {
		final ScrollBar bar = getHorizontalBar();
		final int cells = cells();
		left = Math.clamp(left, 0, Math.max(0, widest - cells));
		bar.setVisible(widest > cells);
		bar.setValues(left, 0, Math.max(widest, cells), cells, 4, Math.max(1, cells - 4));
	}

	private void paint(GC gc, Rectangle area) {
		gc.setFont(face.font());
		gc.setBackground(LogColors.BACKGROUND);
		gc.fillRectangle(area);
		int y = 0;
		int wide = 0;
		for (long number = top; number < end() && y < area.height; number++) {
			final Optional<LogLine> line = line(number);
			if (line.isPresent()) {
				paint(gc, line.get(), area.width, y);
				wide = Math.max(wide, LogFace.cell(line.get().text(), line.get().text().length()) + 1);
			}
			y += face.cellHeight();
		}
		if (wide != widest) {
			widest = wide;
			getDisplay().asyncExec(() -> {
				if (!isDisposed()) {
					updateSideways();
				}
			});
		}
	}

	private void paint(GC gc, LogLine line, int width, int y) {
		final String words = line.text();
		final int origin = textLeft() - left * face.cellWidth();
		gc.setClipping(textLeft(), y, Math.max(0, width - textLeft()), face.cellHeight());
		final int from = selection.from(line.number(), words.length());
		final int to = selection.empty() ? 0 : selection.to(line.number(), words.length());
		fill(gc, isFocusControl() ? LogColors.SELECTION : LogColors.SELECTION_UNFOCUSED, words, from, to, origin, y);
		gc.setForeground(LogColors.TEXT);
		final int first = LogFace.column(words, left);
		final int last = Math.min(words.length(), LogFace.column(words, left + cells() + 1) + 1);
		if (style.search().isPresent()) {
			paintHits(gc, line, origin, y);
			gc.setForeground(LogColors.TEXT);
		}
		face.draw(gc, words, first, last, origin, y);
		style.current().filter(hit -> hit.line() == line.number() && hit.end() <= words.length()).ifPresent(hit -> {
			fill(gc, LogColors.CURRENT_HIT, words, hit.start(), hit.end(), origin, y);
			gc.setForeground(LogColors.CURRENT_HIT_TEXT);
			face.draw(gc, words, hit.start(), hit.end(), origin, y);
		});
		gc.setClipping((Rectangle) null);
		paintBefore(gc, line, y);
	}

	private void paintHits(GC gc, LogLine line, int origin, int y) {
		style.search().get().query().in(line.text()).forEach(span -> fill(gc, LogColors.HIT, line.text(), span.start(), span.end(), origin, y));
	}

	private void fill(GC gc, Color color, String words, int from, int to, int origin, int y) {
		if (to > from) {
			final int begin = LogFace.cell(words, from);
			gc.setBackground(color);
			gc.fillRectangle(origin + begin * face.cellWidth(), y, (LogFace.cell(words, to) - begin) * face.cellWidth(), face.cellHeight());
		}
	}

	/** The mark and the time of a line. */
	private void paintBefore(GC gc, LogLine line, int y) {
		if (style.marks().contains(line.number())) {
			gc.setBackground(LogColors.MARK);
			gc.fillRectangle(1, y, 3, face.cellHeight());
		}
		if (style.times() != TimeStyle.OFF) {
			try {
				gc.setForeground(LogColors.FAINT);
				gc.drawString(style.time(text.orElseThrow(), line), GUTTER, y, true);
			} catch (IOException e) {
				ILog.of(LogCanvas.class).warn(e.getMessage(), e);
			}
		}
	}
}
