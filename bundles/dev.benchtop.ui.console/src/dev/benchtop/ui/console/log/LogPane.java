package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.core.console.LogQuery;

/** The log of a console: its lines, what is found in them, their times, and their bytes beside them. */
public final class LogPane extends Composite {

	private final LogStyle style = new LogStyle();
	private final LogFinding finding;
	private final SashForm views;
	private final LogCanvas canvas;
	private final LogRuler ruler;
	private final HexCanvas bytes;
	private final Runnable close;
	private final AtomicBoolean due = new AtomicBoolean();
	private final Display display;
	private Optional<LogReader> reader = Optional.empty();

	/**
	 * An empty pane.
	 *
	 * @param close is called when the person has done with it
	 */
	public LogPane(Composite parent, Runnable close) {
		super(parent, SWT.NONE);
		this.close = close;
		display = getDisplay();
		GridLayoutFactory.fillDefaults().spacing(0, 0).applyTo(this);
		finding = new LogFinding(this, style, () -> reader, close);
		views = new SashForm(this, SWT.HORIZONTAL);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(views);
		final var lines = new Composite(views, SWT.NONE);
		GridLayoutFactory.fillDefaults().numColumns(2).spacing(0, 0).applyTo(lines);
		canvas = new LogCanvas(lines, style, this::moved);
		GridDataFactory.fillDefaults().grab(true, true).applyTo(canvas);
		finding.in(canvas);
		ruler = new LogRuler(lines, style, canvas);
		GridDataFactory.fillDefaults().grab(false, true).hint(LogRuler.WIDTH, SWT.DEFAULT).applyTo(ruler);
		bytes = new HexCanvas(views, canvas);
		views.setWeights(3, 2);
		hex(false);
		canvas.addListener(SWT.KeyDown, this::key);
		bytes.addListener(SWT.KeyDown, this::key);
		new LogMenu(this, canvas).attach();
		addDisposeListener(_ -> reader.ifPresent(LogReader::close));
	}

	/** Shows this log from its end. */
	public void show(Path log) {
		reader.ifPresent(LogReader::close);
		style.marks().clear();
		finding.reset();
		final var next = new LogReader(log, this::changed);
		reader = Optional.of(next);
		canvas.show(next.text());
	}

	/** Whether a log is shown. */
	public boolean hasLog() {
		return reader.isPresent();
	}

	/** Rests while it is not to be seen. */
	public void rest(boolean resting) {
		reader.ifPresent(each -> each.pause(resting));
	}

	/** Goes to the field for what is looked for; with the selected text in it, where that is of one line. */
	public void find() {
		finding.begin();
	}

	@Override
	public boolean setFocus() {
		return canvas.setFocus();
	}

	public TimeStyle times() {
		return style.times();
	}

	/** Shows the times of the lines in another way. */
	public void times(TimeStyle times) {
		style.times(times);
		canvas.refresh();
	}

	/** Counts times from the selected line on. */
	void zeroHere() {
		timeHere().ifPresent(time -> {
			style.zero(Optional.of(time));
			if (style.times() != TimeStyle.SINCE_START) {
				times(TimeStyle.SINCE_START);
			}
			canvas.refresh();
		});
	}

	/** The time of the selected line. */
	Optional<Instant> timeHere() {
		try {
			final var line = canvas.line(canvas.selection().caret().line());
			return line.isEmpty() || reader.isEmpty() ? Optional.empty() : reader.get().text().time(line.get().place());
		} catch (IOException e) {
			ILog.of(LogPane.class).warn(e.getMessage(), e);
			return Optional.empty();
		}
	}

	public boolean hex() {
		return views.getMaximizedControl() == null;
	}

	/** Shows the bytes beside the text, or hides them. */
	public void hex(boolean shown) {
		views.setMaximizedControl(shown ? null : views.getChildren()[0]);
		bytes.refresh();
	}

	public boolean following() {
		return canvas.following();
	}

	/** Follows the end, or stays where it is. */
	public void follow(boolean end) {
		canvas.follow(end);
	}

	/**
	 * Marks the lines that one of these patterns finds, in place of those that are marked.
	 *
	 * @param patterns regular expressions, each with who hears of a line that is said from now on, on the UI thread
	 */
	public void watch(Map<String, Consumer<LogLine>> patterns) {
		style.marks().clear();
		final var wanted = new LinkedHashMap<LogQuery, LogWatch.Listener>();
		patterns.forEach((pattern, heard) -> wanted.put(LogQuery.of(pattern, true, true), new Watching(heard)));
		reader.ifPresent(each -> each.watch(wanted));
		canvas.redraw();
		ruler.redraw();
	}

	/** Brings a line into sight. */
	public void reveal(long line) {
		canvas.follow(false);
		canvas.select(new LogSelection(new LogPosition(line, 0), new LogPosition(line, Integer.MAX_VALUE)));
		canvas.reveal(new LogPosition(line, 0));
	}

	boolean selected() {
		return !canvas.selection().empty();
	}

	/** Puts the selected text on the clipboard, with the times before the lines where that is wanted. */
	void copy(boolean withTimes) {
		reader.ifPresent(from -> LogCopy.start(from, canvas.selection(), style, withTimes, display));
	}

	void selectAll() {
		final long end = canvas.text().map(text -> text.endLine()).orElse(0L);
		canvas.select(new LogSelection(new LogPosition(0, 0), new LogPosition(Math.max(0, end - 1), Integer.MAX_VALUE)));
	}

	/** Goes to the next place that is found, or with -1 to the one before. */
	void go(int direction) {
		finding.go(direction);
	}

	private void key(Event event) {
		final boolean control = (event.stateMask & SWT.MOD1) != 0;
		if (event.keyCode == SWT.F3) {
			finding.go((event.stateMask & SWT.SHIFT) == 0 ? 1 : -1);
		} else if (event.keyCode == SWT.ESC) {
			close.run();
		} else if (control && (event.keyCode == 'c' || event.keyCode == SWT.INSERT)) {
			copy(false);
		}
	}

	/** On the reader's thread. */
	private void changed() {
		if (due.compareAndSet(false, true) && !display.isDisposed()) {
			display.asyncExec(() -> {
				due.set(false);
				if (!isDisposed()) {
					refresh();
				}
			});
		}
	}

	private void refresh() {
		finding.refresh();
		canvas.refresh();
	}

	private void moved() {
		bytes.refresh();
		ruler.redraw();
	}

	/** Carries what is looked out for to the window. */
	private final class Watching implements LogWatch.Listener {

		private final Consumer<LogLine> heard;

		Watching(Consumer<LogLine> heard) {
			this.heard = heard;
		}

		@Override
		public void marked(List<Long> lines) {
			style.marks().addAll(lines);
			changed();
		}

		@Override
		public void said(LogLine line) {
			if (!display.isDisposed()) {
				display.asyncExec(() -> {
					if (!isDisposed()) {
						heard.accept(line);
					}
				});
			}
		}
	}
}
