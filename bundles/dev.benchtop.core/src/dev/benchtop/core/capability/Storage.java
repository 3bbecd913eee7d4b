package dev.benchtop.core.capability;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.BenchException;

/** A file tree somewhere; always a {@link java.nio.file.FileSystem}. */
public interface Storage extends Capability {

	/** The root of the tree; connects to nothing. */
	Path root() throws BenchException;

	/** What can be done in it; connects to nothing, and may still be refused by the server. */
	default Abilities abilities() {
		return Abilities.all();
	}

	/**
	 * Looks whether the storage can be reached and its root be read.
	 *
	 * @throws BenchException with the server's own words where it cannot
	 */
	void test() throws BenchException;

	/** The paths that were made through it since it was opened, and are there still; relative to the root, {@code /} between names. */
	default Set<String> created() {
		return Set.of();
	}

	/** Makes URLs that give access for a while, where the storage can. */
	default Optional<Presigner> presigner() {
		return Optional.empty();
	}
}
