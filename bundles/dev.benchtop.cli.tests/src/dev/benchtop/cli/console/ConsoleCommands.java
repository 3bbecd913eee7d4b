package dev.benchtop.cli.console;

/** Makes console commands for tests. */
public final class ConsoleCommands {

	private ConsoleCommands() {
	}

	/** One that takes standard input for a terminal or for a pipe, whatever the tests run in. */
	public static ConsoleCommand typing(boolean raw) {
		return new ConsoleCommand(() -> new Terminal.Input() {
			@Override
			public boolean isRaw() {
				return raw;
			}

			@Override
			public void close() {
				// nothing was changed
			}
		});
	}
}
