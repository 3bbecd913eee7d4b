package dev.benchtop.core.spi;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;

/** Makes a path of what the user names as a source: {@code STORAGE:path}, a URL. Contributed as a Declarative Services component. */
public interface SourceResolver {

	/** The path, in whichever file system; empty where the text is not of its kind. */
	Optional<Path> resolve(String text, Bench bench) throws BenchException;
}
