package dev.benchtop.ui.internal.boards;

import java.util.Optional;
import java.util.Set;

/** Icons of the verbs that every power switch has. */
final class VerbIcons {

	private static final Set<String> POWER = Set.of("on", "off", "cycle"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private VerbIcons() {
	}

	/** The name of the icon. */
	static Optional<String> of(String verb) {
		return POWER.contains(verb) ? Optional.of("power-" + verb) : Optional.empty(); //$NON-NLS-1$
	}
}
