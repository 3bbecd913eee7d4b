package dev.benchtop.storage.fs;

import java.util.Set;

/** Keys as text. */
final class Keys {

	private static final Set<String> NO_NAMES = Set.of("", ".", ".."); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private Keys() {
	}

	/** The folder of a key; empty for the root. */
	static String parent(String key) {
		return key.substring(0, Math.max(0, key.lastIndexOf('/')));
	}

	/** Whether what a server named lies below a folder, and leads nowhere else. */
	static boolean isBelow(String key, String folder) {
		final String start = folder.isEmpty() ? folder : folder + '/';
		if (!key.startsWith(start) || key.length() == start.length()) {
			return false;
		}
		for (final String name : key.substring(start.length()).split("/", -1)) { //$NON-NLS-1$
			if (NO_NAMES.contains(name)) {
				return false;
			}
		}
		return true;
	}
}
