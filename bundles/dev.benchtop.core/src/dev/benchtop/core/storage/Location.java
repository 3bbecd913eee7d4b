package dev.benchtop.core.storage;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.bench.Node;

/**
 * A place that a user named.
 *
 * @param text how it is written: {@code STORAGE:/path}, an absolute local path, or a URL; without secrets
 * @param path the path, in whichever file system
 * @param storage the node whose storage it lies in; empty for local files and URLs
 */
public record Location(String text, Path path, Optional<Node> storage) {

	/** A local file or folder. */
	public static Location of(Path local) {
		final Path path = local.toAbsolutePath();
		return new Location(path.toString(), path, Optional.empty());
	}

	/** What lies below it; {@code name} has {@code /} between names. */
	public Location resolve(String name) {
		return new Location(text.endsWith("/") ? text + name : text + '/' + name, path.resolve(name), storage); //$NON-NLS-1$
	}

	@Override
	public String toString() {
		return text;
	}
}
