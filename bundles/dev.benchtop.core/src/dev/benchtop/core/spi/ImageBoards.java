package dev.benchtop.core.spi;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Makes proposals of <i>New board</i> from images. Contributed as a Declarative Services component. */
public interface ImageBoards {

	/**
	 * A board that fits the image; empty where the image is none that a board could start. Reads the image; off the UI thread.
	 *
	 * @throws BenchException if the image cannot be read
	 */
	Optional<BoardTemplate> propose(Path image, CancelToken cancel) throws BenchException;
}
