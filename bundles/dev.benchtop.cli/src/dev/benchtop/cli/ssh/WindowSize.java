package dev.benchtop.cli.ssh;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

import dev.benchtop.core.capability.RemoteShell;

/** How large the user's terminal is. */
record WindowSize(int columns, int rows) {

	private static final WindowSize USUAL = new WindowSize(80, 24);
	private static final String TYPE = "xterm-256color"; //$NON-NLS-1$

	/** As stty says; 80 columns and 24 rows where it does not know. */
	static WindowSize now() {
		try {
			final var process = new ProcessBuilder("stty", "size").redirectInput(new File("/dev/tty")).redirectErrorStream(true).start(); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			try (var output = process.getInputStream()) {
				return parse(new String(output.readAllBytes(), StandardCharsets.US_ASCII));
			}
		} catch (IOException _) {
			return USUAL;
		}
	}

	/** {@code ROWS COLUMNS}. */
	static WindowSize parse(String said) {
		final String[] numbers = said.strip().split(" "); //$NON-NLS-1$
		if (numbers.length == 2 && numbers[0].matches("[1-9]\\d{0,3}") && numbers[1].matches("[1-9]\\d{0,3}")) { //$NON-NLS-1$ //$NON-NLS-2$
			return new WindowSize(Integer.parseInt(numbers[1]), Integer.parseInt(numbers[0]));
		}
		return USUAL;
	}

	/** A terminal of that size, of the type that the user's own has. */
	RemoteShell.Terminal terminal() {
		final String type = System.getenv("TERM"); //$NON-NLS-1$
		return new RemoteShell.Terminal(type == null || type.isBlank() ? TYPE : type, columns, rows);
	}
}
