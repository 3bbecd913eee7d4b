package dev.benchtop.core.capability;

import java.io.IOException;
import java.nio.file.DirectoryStream;
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

	/**
	 * Names all that lies below a folder, without the folder itself, as the storage names it: in one request where it can, in any order.
	 * {@code Files.readAttributes} of a path that was just named asks the storage nothing more.
	 *
	 * @param folder a path of this storage
	 * @return to be closed; its iterator throws {@link java.nio.file.DirectoryIteratorException} where the listing fails
	 */
	DirectoryStream<Path> scan(Path folder) throws IOException;

	/**
	 * Deletes a file, or a folder and all below it; never what a link in it leads to.
	 *
	 * @param path a path of this storage
	 */
	void deleteTree(Path path) throws IOException;

	/** The paths that were made through it since it was opened, and are there still; relative to the root, {@code /} between names. */
	default Set<String> created() {
		return Set.of();
	}

	/** Makes URLs that give access for a while, where the storage can. */
	default Optional<Presigner> presigner() {
		return Optional.empty();
	}
}
