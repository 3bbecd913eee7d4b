package dev.benchtop.core.capability;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.driver.Verb;
import dev.benchtop.core.driver.Verb.Danger;

/** The verbs that every file server has. */
final class FileServerVerbs {

	private FileServerVerbs() {
	}

	static List<Verb> of(FileServer server) {
		final boolean runs = server.address().isPresent();
		final Optional<String> running = runs ? Optional.of(Messages.FileServerVerbs_running) : Optional.empty();
		final Optional<String> stopped = runs ? Optional.empty() : Optional.of(Messages.FileServerVerbs_stopped);
		return List.of(new Verb("start", Messages.FileServerVerbs_start, List.of(), Danger.NONE, running, (_, _) -> server.start()), //$NON-NLS-1$
				new Verb("stop", Messages.FileServerVerbs_stop, List.of(), Danger.INTERRUPTS, stopped, (_, _) -> server.stop())); //$NON-NLS-1$
	}
}
