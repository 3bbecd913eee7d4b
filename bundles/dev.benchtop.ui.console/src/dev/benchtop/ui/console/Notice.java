package dev.benchtop.ui.console;

import java.util.List;

import dev.benchtop.core.bench.NodeState;

/** What stands above a terminal: how the line is, and what can be done about it. */
record Notice(NodeState.Level level, String text, String tooltip, List<Offer> offers) {

	/** Something to click. */
	record Offer(String label, Runnable action) {
	}

	Notice(NodeState.Level level, String text, Offer... offers) {
		this(level, text, "", List.of(offers)); //$NON-NLS-1$
	}
}
