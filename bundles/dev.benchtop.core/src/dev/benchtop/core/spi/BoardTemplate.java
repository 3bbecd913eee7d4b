package dev.benchtop.core.spi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A proposal of <i>New board</i>. Contributed as a Declarative Services component. */
public interface BoardTemplate {

	/** Stable: {@code qemu-x86-uefi}. */
	String id();

	String label();

	/** One sentence on what it is good for. */
	String description();

	/** The driver type of the board's main node. */
	String type();

	/** The name of the main node in the file. */
	String node();

	/**
	 * The configuration to begin with: keys of the type's record, values as in a bench file (text, number, list, map). A
	 * {@link dev.benchtop.core.Secret} is a value to begin with that never gets into the file: the form shows it where that is wanted, and
	 * the secret store keeps it.
	 */
	Map<String, Object> config();

	/** Text of the whole bench file for a board of this name and this configuration, where the one node is not enough. */
	default Optional<String> file(String name) {
		return Optional.empty();
	}

	/** An image that is to be flashed to the board once it is made. */
	default Optional<Path> image() {
		return Optional.empty();
	}
}
