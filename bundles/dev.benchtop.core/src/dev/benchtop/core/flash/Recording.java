package dev.benchtop.core.flash;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport.PhaseTime;
import dev.benchtop.core.flash.JournalLine.Began;
import dev.benchtop.core.flash.JournalLine.Done;
import dev.benchtop.core.flash.JournalLine.Range;

/** A progress that goes on to whom it is for, into the journal, and onto the board. */
final class Recording implements Progress {

	private static final long NOTE_NANOS = Duration.ofSeconds(1).toNanos();
	private static final long SHOW_NANOS = Duration.ofMillis(100).toNanos();

	private final Progress to;
	private final Journal journal;
	private final BiConsumer<Phase, Integer> display;
	private final CrashPoint crash = new CrashPoint();
	private final List<PhaseTime> times = new ArrayList<>();
	private Phase phase;
	private long began;
	private long total;
	private long done;
	private long noted;
	private long shown;

	/** {@code display} is shown the phase and its percentage, -1 where that is not known, at most ten times a second. */
	Recording(Progress to, Journal journal, BiConsumer<Phase, Integer> display) {
		this.to = to;
		this.journal = journal;
		this.display = display;
	}

	/** The phase that it came to. */
	synchronized Optional<Phase> reached() {
		return Optional.ofNullable(phase);
	}

	/** How long the phases took, up to now. */
	synchronized List<PhaseTime> times() {
		endPhase();
		phase = null;
		return List.copyOf(times);
	}

	@Override
	public CancelToken token() {
		return to.token();
	}

	@Override
	public void plan(List<Phase> phases) {
		to.plan(phases);
	}

	@Override
	public synchronized void begin(Phase next, long totalBytes) {
		endPhase();
		phase = next;
		began = System.nanoTime();
		total = totalBytes;
		done = 0;
		journal.keep(new Began(next.id(), next.label(), totalBytes < 0 ? null : totalBytes, Instant.now().toString()));
		show(began);
		to.begin(next, totalBytes);
		crash.reached(next.id(), 0);
	}

	private void endPhase() {
		if (phase != null) {
			times.add(new PhaseTime(phase.id(), phase.label(), Duration.ofNanos(System.nanoTime() - began), done));
		}
	}

	@Override
	public synchronized void total(long totalBytes) {
		total = totalBytes;
		to.total(totalBytes);
	}

	@Override
	public synchronized void advance(long bytes) {
		done += bytes;
		final long now = System.nanoTime();
		if (now - noted > NOTE_NANOS) {
			noted = now;
			journal.note(new Done(done));
		}
		if (now - shown > SHOW_NANOS) {
			show(now);
		}
		to.advance(bytes);
		if (phase != null) {
			crash.reached(phase.id(), done);
		}
	}

	private void show(long now) {
		shown = now;
		display.accept(phase, total > 0 ? (int) (100 * done / total) : -1);
	}

	@Override
	public void message(String text) {
		to.message(text);
	}

	@Override
	public void bottleneck(Bottleneck now) {
		to.bottleneck(now);
	}

	@Override
	public void range(long position, int length, String sum) {
		journal.note(new Range(position, length, sum));
		to.range(position, length, sum);
	}
}
