package dev.benchtop.ui.console.log;

import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;

/** What mouse and keyboard do in a log: scroll, and select. */
final class LogGestures {

	private static final int SCROLL_MILLIS = 40;

	private final LogCanvas canvas;
	private boolean dragging;
	/** Where the mouse is while it drags beyond an edge. */
	private int dragX;
	private int dragY;

	private LogGestures(LogCanvas canvas) {
		this.canvas = canvas;
	}

	static void install(LogCanvas canvas) {
		final var gestures = new LogGestures(canvas);
		canvas.addListener(SWT.MouseDown, gestures::down);
		canvas.addListener(SWT.MouseMove, gestures::move);
		canvas.addListener(SWT.MouseUp, _ -> gestures.dragging = false);
		canvas.addListener(SWT.MouseDoubleClick, gestures::word);
		canvas.addListener(SWT.MouseVerticalWheel, event -> gestures.wheel(event));
		canvas.addListener(SWT.KeyDown, gestures::key);
		canvas.addListener(SWT.Traverse, event -> event.doit = event.detail != SWT.TRAVERSE_RETURN && event.detail != SWT.TRAVERSE_ESCAPE);
	}

	private void down(Event event) {
		canvas.setFocus();
		if (event.button == 1) {
			final LogPosition at = canvas.at(event.x, event.y);
			dragging = true;
			canvas.select(new LogSelection((event.stateMask & SWT.SHIFT) == 0 ? at : canvas.selection().anchor(), at));
		}
	}

	private void move(Event event) {
		if (dragging) {
			dragX = event.x;
			dragY = event.y;
			drag();
		}
	}

	/** Beyond an edge it scrolls on by itself. */
	private void drag() {
		if (!dragging || canvas.isDisposed()) {
			return;
		}
		final int height = canvas.getClientArea().height;
		if (dragY < 0 || dragY >= height) {
			canvas.scrollTo(canvas.top() + (dragY < 0 ? -1 : 1) * (1 + (dragY < 0 ? -dragY : dragY - height) / canvas.face().cellHeight()));
			canvas.getDisplay().timerExec(SCROLL_MILLIS, this::drag);
		}
		canvas.select(new LogSelection(canvas.selection().anchor(), canvas.at(dragX, Math.clamp(dragY, 0, Math.max(0, height - 1)))));
	}

	private void word(Event event) {
		final LogPosition at = canvas.at(event.x, event.y);
		canvas.line(at.line()).ifPresent(line -> {
			final String text = line.text();
			int from = Math.min(at.column(), text.length());
			int to = from;
			while (from > 0 && isWord(text.charAt(from - 1))) {
				from--;
			}
			while (to < text.length() && isWord(text.charAt(to))) {
				to++;
			}
			canvas.select(new LogSelection(new LogPosition(at.line(), from), new LogPosition(at.line(), to)));
		});
		dragging = false;
	}

	private static boolean isWord(char c) {
		return Character.isLetterOrDigit(c) || "_-./:".indexOf(c) >= 0; //$NON-NLS-1$
	}

	private void wheel(Event event) {
		canvas.scrollTo(canvas.top() - event.count);
		event.doit = false;
	}

	private void key(Event event) {
		final int rows = canvas.rows();
		final boolean control = (event.stateMask & SWT.MOD1) != 0;
		final boolean shift = (event.stateMask & SWT.SHIFT) != 0;
		final long end = canvas.text().map(text -> text.endLine()).orElse(0L);
		switch (event.keyCode) {
			case SWT.ARROW_UP -> step(shift, -1);
			case SWT.ARROW_DOWN -> step(shift, 1);
			case SWT.PAGE_UP -> step(shift, -rows);
			case SWT.PAGE_DOWN -> step(shift, rows);
			case SWT.ARROW_LEFT -> aside(shift, -1);
			case SWT.ARROW_RIGHT -> aside(shift, 1);
			case SWT.HOME -> step(shift && control, -end);
			case SWT.END -> step(shift && control, end);
			default -> {
				if (control && !shift && event.keyCode == 'a') {
					canvas.select(new LogSelection(new LogPosition(0, 0), new LogPosition(Math.max(0, end - 1), Integer.MAX_VALUE)));
				}
			}
		}
	}

	private void step(boolean selecting, long lines) {
		if (!selecting) {
			canvas.scrollTo(canvas.top() + lines);
			return;
		}
		final LogPosition caret = canvas.selection().caret();
		final long last = canvas.text().map(text -> text.endLine()).orElse(0L) - 1;
		extend(new LogPosition(Math.clamp(caret.line() + lines, 0, Math.max(0, last)), lines < 0 ? 0 : caret.column()));
	}

	private void aside(boolean selecting, int characters) {
		final LogPosition caret = canvas.selection().caret();
		if (selecting) {
			extend(new LogPosition(caret.line(), Math.max(0, caret.column() + characters)));
		}
	}

	private void extend(LogPosition to) {
		canvas.select(new LogSelection(canvas.selection().anchor(), to));
		canvas.reveal(to);
	}
}
