package dev.benchtop.ui.storage;

import java.nio.charset.StandardCharsets;

/** Names that a file or folder can have. */
final class NewName {

	private static final int MOST_BYTES = 255;

	private NewName() {
	}

	/** What is wrong with a name; null where nothing is. */
	static String problem(String text) {
		final String name = text.strip();
		if (name.isEmpty()) {
			return Messages.NewName_empty;
		}
		if (name.indexOf('/') >= 0 || name.indexOf('\0') >= 0) {
			return Messages.NewName_slash;
		}
		if (name.equals(".") || name.equals("..")) { //$NON-NLS-1$ //$NON-NLS-2$
			return Messages.NewName_dots;
		}
		return name.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES ? Messages.NewName_long : null;
	}
}
