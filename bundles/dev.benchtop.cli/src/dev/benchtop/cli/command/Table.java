package dev.benchtop.cli.command;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Text in columns that are as wide as they have to be. */
final class Table {

	private static final String GAP = "  "; //$NON-NLS-1$

	private final List<String[]> rows = new ArrayList<>();

	/** Adds a row; all rows have the same number of cells. */
	void row(String... cells) {
		rows.add(cells);
	}

	void print(PrintStream out) {
		if (rows.isEmpty()) {
			return;
		}
		final int columns = rows.getFirst().length;
		final var widths = new int[columns];
		for (final var row : rows) {
			for (int column = 0; column < columns; column++) {
				widths[column] = Math.max(widths[column], row[column].length());
			}
		}
		for (final var row : rows) {
			final var line = new StringBuilder();
			for (int column = 0; column < columns; column++) {
				line.append(row[column]).append(" ".repeat(widths[column] - row[column].length())).append(GAP); //$NON-NLS-1$
			}
			out.println(line.toString().stripTrailing());
		}
	}
}
