package dev.benchtop.ui.display;

import java.util.List;

import dev.benchtop.core.bench.NodeState.Level;

/**
 * What stands in place of a screen that is not to be seen: why, and what can be done about it.
 *
 * @param next what to do, in a sentence; may be empty
 */
record Notice(Level level, String text, String next, List<Offer> offers) {

	/** Something to click. */
	record Offer(String label, Runnable action) {
	}

	Notice(Level level, String text, Offer... offers) {
		this(level, text, "", List.of(offers)); //$NON-NLS-1$
	}

	/** Whether a person sees no difference. */
	boolean looksLike(Notice other) {
		return other != null && level == other.level && text.equals(other.text) && next.equals(other.next) && labels().equals(other.labels());
	}

	private List<String> labels() {
		return offers.stream().map(Offer::label).toList();
	}
}
