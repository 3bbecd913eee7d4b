package dev.benchtop.server;

import java.nio.file.Path;

import dev.benchtop.core.BenchException;

/** The tree that a server serves; asked for when it is needed first, because a storage may have to be made for it. */
@FunctionalInterface
interface ServedRoot {

	/**
	 * A tree with its name for people.
	 *
	 * @param words a folder, or the name of a storage
	 */
	record Tree(Path path, String words) {
	}

	Tree tree() throws BenchException;
}
