package dev.benchtop.ui.internal.boards;

import java.util.Set;

import org.eclipse.jface.resource.ImageDescriptor;

import dev.benchtop.ui.Icons;

/** Icons of the verbs that every power switch has. */
final class VerbIcons {

	private static final Set<String> POWER = Set.of("on", "off", "cycle"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private VerbIcons() {
	}

	/** The icon; null where the verb has none. */
	static ImageDescriptor of(String verb) {
		return POWER.contains(verb) ? Icons.descriptor("power-" + verb) : null; //$NON-NLS-1$
	}
}
