package dev.benchtop.cli.console;

import dev.benchtop.core.BenchException;

/** Where the user types. */
@FunctionalInterface
public interface Terminal {

	/** Terminal or pipe while a console is shown; closing it puts the terminal back. */
	interface Input extends AutoCloseable {

		/** Whether it is a terminal, now in raw mode: each key comes at once, Ctrl-C too. */
		boolean isRaw();

		@Override
		void close();
	}

	/** Puts the terminal into raw mode, if standard input is one. */
	Input enter() throws BenchException;
}
