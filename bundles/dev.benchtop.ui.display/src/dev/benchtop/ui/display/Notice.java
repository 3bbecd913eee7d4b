package dev.benchtop.ui.display;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.NodeState.Level;

/**
 * What stands in place of a screen that is not to be seen: why, and what can be done about it.
 *
 * @param next what to do, in a sentence; may be empty
 * @param question what has to be known before
 */
record Notice(Level level, String text, String next, List<Offer> offers, Optional<Question> question) {

	/** Something to click. */
	record Offer(String label, Runnable action) {
	}

	/**
	 * A password to type.
	 *
	 * @param answer gets it, and whether it is to be kept
	 */
	record Question(String label, BiConsumer<Secret, Boolean> answer) {
	}

	Notice(Level level, String text, Offer... offers) {
		this(level, text, "", List.of(offers), Optional.empty()); //$NON-NLS-1$
	}

	/** Whether a person sees no difference. */
	boolean looksLike(Notice other) {
		return other != null && level == other.level && text.equals(other.text) && next.equals(other.next) && labels().equals(other.labels())
				&& question.isPresent() == other.question.isPresent();
	}

	private List<String> labels() {
		return offers.stream().map(Offer::label).toList();
	}
}
