package dev.benchtop.ui.console;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.SashForm;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;

import dev.benchtop.core.console.LogLine;
import dev.benchtop.ui.console.log.LogColors;
import dev.benchtop.ui.console.log.LogPane;
import dev.benchtop.ui.console.log.TimeStyle;
import dev.benchtop.ui.console.terminal.TerminalPane;

/** The log above the terminal of a tab: shown or hidden, of whichever console the tab has now. */
final class LogSide {

	private static final int MARGIN = 4;

	private final Supplier<Optional<Path>> file;
	private final SashForm split;
	private final LogPane log;
	/** The screen with a margin at its left. */
	private final Composite below;
	private final Composite screen;
	private TerminalPane pane;
	private Runnable changed = () -> { };
	private Optional<Path> open = Optional.empty();
	private boolean watching;

	/**
	 * A hidden log above an empty screen.
	 *
	 * @param file the log of the tab's console, once there is one
	 */
	LogSide(Composite parent, Supplier<Optional<Path>> file) {
		this.file = file;
		split = new SashForm(parent, SWT.VERTICAL);
		log = new LogPane(split, () -> show(false));
		below = new Composite(split, SWT.NONE);
		below.setData("org.eclipse.e4.ui.css.disabled", true); //$NON-NLS-1$
		below.setBackground(LogColors.BACKGROUND);
		GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, 0, 0, 0).applyTo(below);
		screen = new Composite(below, SWT.NONE);
		screen.setLayout(new FillLayout());
		GridDataFactory.fillDefaults().grab(true, true).applyTo(screen);
		split.setMaximizedControl(below);
	}

	SashForm control() {
		return split;
	}

	/** Where the terminal goes. */
	Composite screen() {
		return screen;
	}

	/** The terminal below; {@code changed} is called when something of the log is shown in another way. */
	void terminal(TerminalPane terminal, Runnable whenChanged) {
		pane = terminal;
		changed = whenChanged;
	}

	/** The file of the log, once the console is there. */
	Optional<Path> file() {
		return file.get();
	}

	boolean hasLog() {
		return file.get().isPresent();
	}

	boolean shown() {
		return split.getMaximizedControl() == null;
	}

	/** Shows the log, or hides it, and gives that side the keyboard; there is nothing to show before the console is there. */
	void show(boolean visible) {
		if (visible && !hasLog()) {
			return;
		}
		split.setMaximizedControl(visible ? null : below);
		follow();
		changed.run();
		if (visible) {
			log.setFocus();
		} else {
			pane.setFocus();
		}
	}

	/** Goes with the console; returns whether another log is read now. */
	boolean follow() {
		final Optional<Path> now = file.get();
		final boolean wanted = (shown() || watching) && now.isPresent();
		final boolean another = wanted && !open.equals(now);
		if (another) {
			open = now;
			log.show(now.orElseThrow());
		}
		log.rest(!wanted);
		return another;
	}

	/** Looks out for these patterns in the log; it is read for that while it is hidden, too. */
	void watch(Map<String, Consumer<LogLine>> patterns) {
		watching = !patterns.isEmpty();
		follow();
		log.watch(patterns);
	}

	/** Shows a line of the log. */
	void reveal(LogLine line) {
		show(true);
		log.reveal(line.number());
	}

	void find() {
		show(true);
		if (shown()) {
			log.find();
		}
	}

	TimeStyle times() {
		return log.times();
	}

	/** Shows the times of the lines; where the log was hidden, it is shown. */
	void times(TimeStyle style) {
		log.times(style);
		if (style != TimeStyle.OFF && !shown()) {
			show(true);
		}
	}

	void nextTimes() {
		times(log.times().next());
	}

	boolean hex() {
		return log.hex() && shown();
	}

	/** Shows the bytes beside the text; where the log was hidden, it is shown. */
	void hex(boolean visible) {
		log.hex(visible);
		if (visible && !shown()) {
			show(true);
		}
		changed.run();
	}

	boolean scrollLock() {
		return pane.scrollLock();
	}

	/** Terminal and log stay where they are, or follow the end again. */
	void scrollLock(boolean locked) {
		pane.scrollLock(locked);
		log.follow(!locked);
		changed.run();
	}
}
