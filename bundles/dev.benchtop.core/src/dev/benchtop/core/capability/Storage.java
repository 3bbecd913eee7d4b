package dev.benchtop.core.capability;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/** A file tree somewhere; always a {@link java.nio.file.FileSystem}. */
public interface Storage extends Capability {

	/** The root of the tree. */
	Path root() throws BenchException;

	/** Makes URLs that give access for a while, where the storage can. */
	default Optional<Presigner> presigner() {
		return Optional.empty();
	}
}
