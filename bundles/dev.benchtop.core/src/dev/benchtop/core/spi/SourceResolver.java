package dev.benchtop.core.spi;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;

/** Makes a path of a URL, or of another text that names a source. Contributed as a Declarative Services component. */
public interface SourceResolver {

	/**
	 * The path, in whichever file system; empty where the text is not of its kind.
	 *
	 * @param bench the bench that is open; URLs are understood without one
	 */
	Optional<Path> resolve(String text, Optional<Bench> bench) throws BenchException;
}
