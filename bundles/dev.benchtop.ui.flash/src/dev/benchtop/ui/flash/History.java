package dev.benchtop.ui.flash;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.flash.Flashing;
import dev.benchtop.core.flash.JournalEntry;

/** The flashes of the past. */
final class History {

	private History() {
	}

	/** What the journals of all boards tell of flashes that this window did not do, newest first. Off the UI thread. */
	static List<JournalEntry> beforeThisWindow(Flashing flashing, Bench bench) {
		final var self = ProcessHandle.current();
		final Instant begun = self.info().startInstant().orElse(Instant.MAX);
		return bench.boards().stream().flatMap(board -> flashing.history(board).stream())
				.filter(entry -> entry.pid() != self.pid() || entry.started().isBefore(begun))
				.sorted(Comparator.comparing(JournalEntry::started).reversed()).toList();
	}
}
