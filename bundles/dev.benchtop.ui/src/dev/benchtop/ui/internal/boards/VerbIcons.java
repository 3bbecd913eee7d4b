package dev.benchtop.ui.internal.boards;

import java.util.Map;
import java.util.Optional;

/** Icons of the verbs that power switches and servers have. */
final class VerbIcons {

	private static final Map<String, String> ICONS = Map.of("on", "power-on", "off", "power-off", "cycle", "power-cycle", //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			"start", "start", "stop", "stop"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$

	private VerbIcons() {
	}

	/** The name of the icon. */
	static Optional<String> of(String verb) {
		return Optional.ofNullable(ICONS.get(verb));
	}
}
