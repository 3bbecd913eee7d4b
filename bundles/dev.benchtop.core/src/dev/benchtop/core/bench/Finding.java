package dev.benchtop.core.bench;

import java.nio.file.Path;

/**
 * Something that is wrong in a bench file.
 *
 * @param severity whether the node can be used
 * @param file the file
 * @param line 1 or more; 0 where it concerns the whole file
 * @param key the dotted key: {@code export.machine.config.mem}; may be empty
 * @param message what was expected and what came
 */
public record Finding(Severity severity, Path file, int line, String key, String message) {

	/** How bad it is. */
	public enum Severity {
		/** The board works, without what the message names. */
		WARNING,
		/** The board cannot be used. */
		ERROR
	}

	/** {@code file:line: key: message}. */
	@Override
	public String toString() {
		final var text = new StringBuilder(file.toString());
		if (line > 0) {
			text.append(':').append(line);
		}
		text.append(": "); //$NON-NLS-1$
		if (!key.isEmpty()) {
			text.append(key).append(": "); //$NON-NLS-1$
		}
		return text.append(message).toString();
	}
}
