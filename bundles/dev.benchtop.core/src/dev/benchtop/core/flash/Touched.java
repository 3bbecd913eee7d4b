package dev.benchtop.core.flash;

import java.util.List;
import java.util.Optional;

/** What a flash that broke off left on its target. */
final class Touched {

	private static final String WRITE = "write"; //$NON-NLS-1$

	private Touched() {
	}

	/**
	 * The worst that can be: a staged target holds what it held before; any other is incomplete from the phase {@code write} on, or from
	 * the first phase where none has that name.
	 */
	static Outcome worst(boolean staged, List<String> phases, Optional<String> reached) {
		final boolean harmless = staged || reached.isEmpty() || phases.contains(reached.get()) && phases.indexOf(reached.get()) < phases.indexOf(WRITE);
		return harmless ? Outcome.UNCHANGED : Outcome.INCOMPLETE;
	}
}
