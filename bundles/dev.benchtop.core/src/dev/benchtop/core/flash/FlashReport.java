package dev.benchtop.core.flash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;

/**
 * What came of a flash or dump.
 *
 * @param outcome what the target holds now (for a dump: what the file holds)
 * @param bytes unpacked bytes that were written
 * @param sha256 SHA-256 of these bytes as read from the source, in hex; empty where the source was not read to its end, or where it was
 * neither verified nor held against an expected hash
 * @param target the target's name
 * @param time from start to end
 * @param phases how long each phase took, in order, as far as it came
 * @param failure why it did not succeed, or what was not done after the target held the image; a cancellation is one too
 */
public record FlashReport(Outcome outcome, long bytes, Optional<String> sha256, String target, Duration time, List<PhaseTime> phases,
		Optional<BenchException> failure) {

	/** How long a phase took, and how many bytes passed. */
	public record PhaseTime(String id, String label, Duration time, long bytes) {
	}

	public FlashReport {
		phases = List.copyOf(phases);
	}

	/** Whether all that was asked for was done: an image may be on its target, and the target still not where the board finds it. */
	public boolean succeeded() {
		return outcome.isSuccess() && failure.isEmpty();
	}
}
