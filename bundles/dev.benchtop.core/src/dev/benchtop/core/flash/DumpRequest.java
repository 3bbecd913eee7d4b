package dev.benchtop.core.flash;

import java.nio.file.Path;

/**
 * What is to be read back.
 *
 * @param target the name of the target; empty for the flasher's first
 * @param file where the content goes: packed where its name ends with {@code .zst}, else raw
 * @param map whether a block map is made beside the file
 */
public record DumpRequest(String target, Path file, boolean map) {

	/** Without a block map. */
	public DumpRequest(String target, Path file) {
		this(target, file, false);
	}
}
