package dev.benchtop.ui.console.log;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.PatternSyntaxException;

import org.eclipse.core.runtime.ILog;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.console.LogQuery;
import dev.benchtop.core.console.LogSearch;

/** What is looked for in a log, and the way from one place to the next. On the UI thread. */
final class LogFinding implements FindBar.Listener {

	private final LogStyle style;
	private final Supplier<Optional<LogReader>> reader;
	private final Runnable close;
	private final FindBar bar;
	private LogCanvas canvas;
	/** The first place that is found is shown at once; not yet while this is set. */
	private boolean awaited;
	private LogPosition searchFrom = new LogPosition(0, 0);

	/**
	 * Puts the bar with the field into a pane.
	 *
	 * @param close is called when the person has done with the log
	 */
	LogFinding(Composite pane, LogStyle style, Supplier<Optional<LogReader>> reader, Runnable close) {
		this.style = style;
		this.reader = reader;
		this.close = close;
		bar = new FindBar(pane, this);
		GridDataFactory.fillDefaults().grab(true, false).applyTo(bar);
	}

	/** Where the places are shown. */
	void in(LogCanvas lines) {
		canvas = lines;
	}

	/** Nothing is looked for, as the log is another one. */
	void reset() {
		style.search(Optional.empty());
		bar.say(""); //$NON-NLS-1$
	}

	/** Goes to the field; with the selected text in it, where that is of one line. */
	void begin() {
		final var selection = canvas.selection();
		final boolean oneLine = !selection.empty() && selection.start().line() == selection.end().line() && style.current().isEmpty();
		final String text = oneLine ? canvas.line(selection.start().line())
				.map(line -> line.text().substring(selection.from(line.number(), line.text().length()), selection.to(line.number(), line.text().length()))).orElse("") : ""; //$NON-NLS-1$ //$NON-NLS-2$
		bar.begin(text);
	}

	@Override
	public void query(String text, boolean regex, boolean matchCase) {
		searchFrom = canvas.selection().empty() ? new LogPosition(canvas.top(), 0) : canvas.selection().start();
		style.search(Optional.empty());
		reader.get().ifPresent(LogReader::stopFinding);
		bar.say(""); //$NON-NLS-1$
		if (!text.isEmpty() && reader.get().isPresent()) {
			try {
				awaited = true;
				style.search(Optional.of(reader.get().get().find(LogQuery.of(text, regex, matchCase), searchFrom.line())));
			} catch (PatternSyntaxException e) {
				bar.refuse(e.getDescription());
			}
		}
		canvas.refresh();
	}

	/** Goes to the next place from the selected one on, or with -1 to the one before; round the ends. */
	@Override
	public void go(int direction) {
		style.search().filter(search -> search.count() > 0).ifPresent(search -> {
			final LogPosition at = canvas.selection().start();
			final int here = search.before(at.line(), at.column());
			final int next = direction < 0 ? here - 1 : style.current().isPresent() ? here + 1 : here;
			go(search, Math.floorMod(next, search.count()));
		});
	}

	@Override
	public void close() {
		close.run();
	}

	/** More may be found than before. */
	void refresh() {
		style.search().filter(search -> awaited && search.count() > 0).ifPresent(search -> {
			awaited = false;
			final int next = search.before(searchFrom.line(), searchFrom.column());
			go(search, next < search.count() ? next : 0);
		});
		say();
	}

	private void go(LogSearch search, int index) {
		try {
			search.hit(index).ifPresent(canvas::go);
		} catch (IOException e) {
			ILog.of(LogFinding.class).warn(e.getMessage(), e);
		}
		say();
	}

	private void say() {
		style.search().ifPresent(search -> {
			final int shown = style.current().map(hit -> search.before(hit.line(), hit.start())).orElse(-1);
			bar.say(search, reader.get().filter(LogReader::searching).isPresent(), shown);
		});
	}
}
