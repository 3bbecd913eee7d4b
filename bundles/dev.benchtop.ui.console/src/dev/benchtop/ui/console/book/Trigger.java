package dev.benchtop.ui.console.book;

/**
 * What is looked out for in what a board says. Every line with it is marked in the log.
 *
 * @param pattern a regular expression; upper and lower case differ
 * @param board the board that it is for; empty for every board of the bench
 * @param tell whether the tab says so
 * @param bell whether it is heard
 */
public record Trigger(String pattern, String board, boolean tell, boolean bell) {

	public Trigger {
		pattern = pattern == null ? "" : pattern; //$NON-NLS-1$
		board = board == null ? "" : board; //$NON-NLS-1$
	}
}
