package dev.benchtop.core.flash;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.capability.Flasher;

/** Passes through the phases {@code hash}, {@code write} and {@code verify} of so many MiB, and does at each MiB what a test wants. */
final class FakeFlasher implements Flasher {

	/** What happens at a MiB of a phase. */
	@FunctionalInterface
	interface Step {
		void at(String phase, int mib, Progress progress) throws BenchException;
	}

	static final int SIZE = 8;
	private static final List<Phase> PHASES = List.of(new Phase("hash", "Checking"), new Phase("write", "Writing"), new Phase("verify", "Verifying"));

	private final boolean staged;
	private final Step step;

	FakeFlasher(boolean staged, Step step) {
		this.staged = staged;
		this.step = step;
	}

	@Override
	public List<Target> targets() {
		return List.of(new Target("root", OptionalLong.of(1 << 30), "", "/dev/fake"), new Target("esp", OptionalLong.empty(), "", "/dev/other"));
	}

	@Override
	public FlashPlan plan(FlashRequest request) throws BenchException {
		if (request.target().equals("forbidden")) {
			throw BenchException.failed("It is the system's disk").build();
		}
		return new FlashPlan(PHASES, List.of(), OptionalLong.of((long) SIZE << 20), targets().getFirst(), staged);
	}

	@Override
	public FlashReport flash(FlashRequest request, Progress progress) throws BenchException {
		return run(PHASES, progress, Outcome.VERIFIED);
	}

	@Override
	public FlashReport dump(DumpRequest request, Progress progress) throws BenchException {
		return run(List.of(new Phase("read", "Reading")), progress, Outcome.WRITTEN);
	}

	private FlashReport run(List<Phase> phases, Progress progress, Outcome outcome) throws BenchException {
		step.at("", 0, progress);
		for (final Phase phase : phases) {
			progress.begin(phase, (long) SIZE << 20);
			for (int mib = 0; mib < SIZE; mib++) {
				step.at(phase.id(), mib, progress);
				progress.token().check();
				if (phase.id().equals("write")) {
					progress.range((long) mib << 20, 1 << 20, "%064x".formatted(mib));
				}
				progress.advance(1 << 20);
			}
		}
		return new FlashReport(outcome, (long) SIZE << 20, Optional.of("ab".repeat(32)), "root", Duration.ofMillis(1500), List.of(), Optional.empty());
	}
}
