package dev.benchtop.cli.console;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * How a console is shown.
 *
 * @param raw whether a person types at a terminal in raw mode; else bytes come from a pipe
 * @param replay whether what was said before is shown
 * @param readOnly whether nothing is ever sent
 * @param takeOver whether the keyboard is taken from whoever holds it
 * @param timeout how long a pipe stays after its input ended; without one it stays until the line closes
 * @param log the file that takes what the board says too
 * @param stamps the times before the lines
 */
record Manner(boolean raw, boolean replay, boolean readOnly, boolean takeOver, Optional<Duration> timeout, Optional<Path> log,
		Optional<Stamps.Kind> stamps) {

	/** Without a file of its own and without times. */
	Manner(boolean raw, boolean replay, boolean readOnly, boolean takeOver, Optional<Duration> timeout) {
		this(raw, replay, readOnly, takeOver, timeout, Optional.empty(), Optional.empty());
	}

}
