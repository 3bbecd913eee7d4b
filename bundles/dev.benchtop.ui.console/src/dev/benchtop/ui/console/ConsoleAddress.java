package dev.benchtop.ui.console;

import dev.benchtop.core.bench.Node;

/** Which console a tab shows; its text is the secondary id of the view, so that tabs come back with the window. */
record ConsoleAddress(String board, String node) {

	private static final char SEPARATOR = '/';

	static ConsoleAddress of(Node node) {
		return new ConsoleAddress(node.board().name(), node.path());
	}

	static ConsoleAddress parse(String secondaryId) {
		final int separator = secondaryId.indexOf(SEPARATOR);
		return new ConsoleAddress(secondaryId.substring(0, separator), secondaryId.substring(separator + 1));
	}

	@Override
	public String toString() {
		return board + SEPARATOR + node;
	}
}
