package dev.benchtop.ui.internal.boards;

import java.util.Map;
import java.util.Optional;

/** Icons of the verbs that more than one driver has. */
final class VerbIcons {

	private static final Map<String, String> ICONS = Map.ofEntries(Map.entry("on", "power-on"), Map.entry("off", "power-off"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
			Map.entry("cycle", "power-cycle"), Map.entry("start", "start"), Map.entry("stop", "stop"), Map.entry("pause", "pause"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			Map.entry("resume", "start"), Map.entry("cut", "power-off"), Map.entry("reset-board", "power-cycle"), Map.entry("save", "snapshot-save"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			Map.entry("load", "snapshot-load"), Map.entry("delete", "clear"), Map.entry("reset", "snapshot-load"), Map.entry("commit", "snapshot-save"), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$
			Map.entry("resize-disk", "resize"), Map.entry("resize-memory", "resize"), Map.entry("reset-variables", "clear"), Map.entry("script", "text")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$ //$NON-NLS-7$ //$NON-NLS-8$

	private VerbIcons() {
	}

	/** The name of the icon. */
	static Optional<String> of(String verb) {
		return Optional.ofNullable(ICONS.get(verb));
	}
}
