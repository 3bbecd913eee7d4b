package dev.benchtop.server;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** The tree that a server serves. */
interface ServedRoot {

	/** What it is called: a folder, or a storage's name; empty where single files are published only. */
	String words();

	/** The tree, ready to be read; empty where single files are published only. Asked for at each start, and the first answer holds. */
	Optional<Path> path() throws BenchException;

	/** A tree that is there. */
	record Known(Optional<Path> path, String words) implements ServedRoot {
	}
}
