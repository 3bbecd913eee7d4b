package dev.benchtop.image.format;

import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.image.BlockMap;

/** What a stream of content knows of all of it before it is read. */
public interface Outline {

	/** How long the content is, for sure. */
	OptionalLong length();

	/** Which parts of it have to be written, where that came with it. */
	default Optional<BlockMap> map() {
		return Optional.empty();
	}
}
