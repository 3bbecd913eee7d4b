package dev.benchtop.image.copy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Bottleneck;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.FlashReport.PhaseTime;

/** What a copy tells its progress, kept for the report. One thread tells, any thread reads. */
final class Protocol {

	private final Progress progress;
	private final List<PhaseTime> done = new ArrayList<>();
	private final long start = System.nanoTime();
	private Phase phase;
	private long phaseStart;
	private long phaseBytes;
	private boolean closed;

	Protocol(Progress progress) {
		this.progress = progress;
	}

	synchronized void begin(Phase next, long totalBytes) {
		end();
		phase = next;
		phaseStart = System.nanoTime();
		phaseBytes = 0;
		if (!closed) {
			progress.begin(next, totalBytes);
		}
	}

	synchronized void advance(long bytes) {
		phaseBytes += bytes;
		if (!closed) {
			progress.advance(bytes);
		}
	}

	synchronized void total(long bytes) {
		if (!closed) {
			progress.total(bytes);
		}
	}

	synchronized void bottleneck(Bottleneck now) {
		if (!closed) {
			progress.bottleneck(now);
		}
	}

	synchronized void range(Range range) {
		if (!closed) {
			progress.range(range.position(), range.length(), range.sum());
		}
	}

	private void end() {
		if (phase != null) {
			done.add(new PhaseTime(phase.id(), phase.label(), Duration.ofNanos(System.nanoTime() - phaseStart), phaseBytes));
			phase = null;
		}
	}

	/** Ends the last phase; whatever comes later is told to nobody. */
	synchronized List<PhaseTime> close() {
		end();
		closed = true;
		return List.copyOf(done);
	}

	Duration time() {
		return Duration.ofNanos(System.nanoTime() - start);
	}
}
