package dev.benchtop.ui.console.log;

import java.util.Optional;

/** What goes wrong each time that something is tried: told once, until it has gone well again. */
final class Trouble {

	private Optional<String> now = Optional.empty();

	/** Whether this was not what went wrong the time before. */
	boolean begins(Exception e) {
		final var before = now;
		now = Optional.of(e.toString());
		return !now.equals(before);
	}

	void ends() {
		now = Optional.empty();
	}
}
