package dev.benchtop.server;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** The tree that a server serves; asked for when it is needed first, because a storage may have to be made for it. */
@FunctionalInterface
interface ServedRoot {

	/**
	 * A tree with its name for people.
	 *
	 * @param path empty where single files are published only
	 * @param words a folder, or the name of a storage
	 */
	record Tree(Optional<Path> path, String words) {
	}

	Tree tree() throws BenchException;
}
