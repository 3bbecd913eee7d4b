package dev.benchtop.ui.internal;

import java.nio.file.Path;

/** Folders as people write them. */
public final class Homes {

	private static final Path HOME = Path.of(System.getProperty("user.home")); //$NON-NLS-1$

	private Homes() {
	}

	/** The path with {@code ~} for the home folder. */
	public static String shorten(Path path) {
		return path.startsWith(HOME) && !path.equals(HOME) ? "~/" + HOME.relativize(path) : path.toString(); //$NON-NLS-1$
	}
}
