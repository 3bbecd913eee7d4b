package dev.benchtop.ui.console.book;

import java.util.List;

/**
 * Something that is said to a board by one button.
 *
 * @param name what the button says
 * @param board the board that it is for; empty for every board of the bench
 * @param steps what is done, in order
 */
public record Macro(String name, String board, List<Step> steps) {

	public Macro {
		name = name == null ? "" : name; //$NON-NLS-1$
		board = board == null ? "" : board; //$NON-NLS-1$
		steps = steps == null ? List.of() : List.copyOf(steps);
	}
}
