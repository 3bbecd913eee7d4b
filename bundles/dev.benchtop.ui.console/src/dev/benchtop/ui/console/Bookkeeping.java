package dev.benchtop.ui.console;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.capability.Console;
import dev.benchtop.core.console.LogLine;
import dev.benchtop.ui.Errors;
import dev.benchtop.ui.Work;
import dev.benchtop.ui.console.book.BookDialog;
import dev.benchtop.ui.console.book.ConsoleBook;
import dev.benchtop.ui.console.book.Macro;
import dev.benchtop.ui.console.book.MacroRun;
import dev.benchtop.ui.console.book.Trigger;

/** The macros and triggers of one tab: read from the bench's book, run, looked out for, and written. */
final class Bookkeeping {

	/** Who shows it. On the UI thread. */
	interface Tab {

		void macros(List<Macro> macros);

		/** Looks out for these patterns. */
		void watch(Map<String, Consumer<LogLine>> patterns);

		/** A trigger has found a line. */
		void alarm(Trigger trigger, LogLine line);
	}

	private final Display display;
	private final String board;
	private final Tab tab;
	private Path folder;
	private Object stamp;
	private ConsoleBook book = new ConsoleBook(List.of(), List.of());

	Bookkeeping(Display display, String board, Tab tab) {
		this.display = display;
		this.board = board;
		this.tab = tab;
	}

	/** Reads the book in this folder, where it is another than before. On the UI thread; returns at once. */
	void follow(Path in) {
		if (!in.equals(folder)) {
			folder = in;
			read();
		}
	}

	/** Reads the book again: another tab may have written it. On the UI thread; returns at once. */
	void read() {
		final Path from = folder;
		if (from == null) {
			return;
		}
		Work.quietly(Messages.Bookkeeping_reading, _ -> {
			if (isOther(ConsoleBook.stamp(from))) {
				final ConsoleBook read = ConsoleBook.read(from);
				display.asyncExec(() -> show(read));
			}
		});
	}

	/** Whether the file is another one than it was; one that cannot be read is told of once. */
	private synchronized boolean isOther(Object now) {
		final boolean other = !now.equals(stamp);
		stamp = now;
		return other;
	}

	private void show(ConsoleBook read) {
		if (read.equals(book)) {
			return;
		}
		book = read;
		tab.macros(book.macros(board));
		watch();
	}

	/** Looks out for the triggers in the log that is shown now. */
	void watch() {
		final Map<String, Consumer<LogLine>> patterns = new LinkedHashMap<>();
		for (final Trigger trigger : book.triggers(board)) {
			patterns.put(trigger.pattern(), line -> tab.alarm(trigger, line));
		}
		tab.watch(patterns);
	}

	List<Macro> macros() {
		return book.macros(board);
	}

	/** Lets the person write macros and triggers. A book that cannot be read is not written over. */
	void edit(boolean triggersFirst) {
		final Path to = folder;
		if (to == null) {
			return;
		}
		Work.quietly(Messages.Bookkeeping_reading, _ -> {
			final ConsoleBook read = ConsoleBook.read(to);
			display.asyncExec(() -> BookDialog.edit(Errors.shell(), read, board, triggersFirst).ifPresent(written -> write(written, to)));
		});
	}

	private void write(ConsoleBook written, Path to) {
		Work.quietly(Messages.Bookkeeping_writing, _ -> {
			written.write(to);
			display.asyncExec(() -> show(written));
		});
	}

	/** Carries out a macro in the background. */
	static void run(Macro macro, Console console, LineEnding ending) {
		Work.start(NLS.bind(Messages.Bookkeeping_running, macro.name()), progress -> MacroRun.run(macro, console, ending.characters(), progress.token()));
	}
}
