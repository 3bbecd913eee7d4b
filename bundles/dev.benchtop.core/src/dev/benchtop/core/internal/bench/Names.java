package dev.benchtop.core.internal.bench;

import java.nio.file.Path;
import java.util.regex.Pattern;

/** Names of boards and nodes. */
public final class Names {

	private static final Pattern BOARD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*"); //$NON-NLS-1$
	private static final Pattern NODE = Pattern.compile("[A-Za-z0-9_-]+"); //$NON-NLS-1$

	private Names() {
	}

	/** Whether it is letters, digits, {@code -}, {@code _} and {@code .}, and begins with a letter or digit. */
	public static boolean isBoard(String name) {
		return BOARD.matcher(name).matches();
	}

	static boolean isNode(String name) {
		return NODE.matcher(name).matches();
	}

	/** The name of a board whose file does not say one. */
	static String ofFile(Path file) {
		final String plain = file.getFileName().toString().replaceFirst("\\.ya?ml$", "").replaceAll("[^A-Za-z0-9._-]", "-"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		return isBoard(plain) ? plain : 'x' + plain;
	}
}
