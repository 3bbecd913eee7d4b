package dev.benchtop.core.capability;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Optional;

/** A path of a storage that is a folder of this machine, or of one that is not: who knows the file itself can do more with it. */
public interface LocalPath {

	/** The file itself, checked to lie inside the storage; empty where the storage lies elsewhere. */
	Optional<Path> local() throws IOException;

	/** The file of this machine that a path of any file system stands for. */
	static Optional<Path> of(Path path) throws IOException {
		if (path.getFileSystem() == FileSystems.getDefault()) {
			return Optional.of(path);
		}
		return path instanceof LocalPath known ? known.local() : Optional.empty();
	}
}
