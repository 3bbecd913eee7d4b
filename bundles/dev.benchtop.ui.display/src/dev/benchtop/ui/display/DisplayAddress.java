package dev.benchtop.ui.display;

import java.util.Optional;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.capability.Display;

/** Which display a tab shows; its text is the secondary id of the view, so that tabs come back with the window. */
record DisplayAddress(String board, String node) {

	private static final char SEPARATOR = '/';

	static DisplayAddress of(Node node) {
		return new DisplayAddress(node.board().name(), node.path());
	}

	static DisplayAddress parse(String secondaryId) {
		final int separator = secondaryId.indexOf(SEPARATOR);
		return new DisplayAddress(secondaryId.substring(0, separator), secondaryId.substring(separator + 1));
	}

	/** The node that has it in this bench. */
	Optional<Node> in(Bench bench) {
		return bench.findBoard(board).flatMap(found -> found.node(node)).filter(found -> found.offers(Display.class));
	}

	@Override
	public String toString() {
		return board + SEPARATOR + node;
	}
}
