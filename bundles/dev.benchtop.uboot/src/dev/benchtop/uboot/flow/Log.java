package dev.benchtop.uboot.flow;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.FlashReport.PhaseTime;

/** What a flow tells its progress, kept for the report: a phase that came again counts once, with all its time. */
final class Log {

	private final Progress progress;
	private final long start = System.nanoTime();
	private final List<PhaseTime> times = new ArrayList<>();
	private Phase phase;
	private long began;
	private long bytes;

	Log(Progress progress) {
		this.progress = progress;
	}

	CancelToken token() {
		return progress.token();
	}

	void begin(Phase next, long total) {
		end();
		phase = next;
		began = System.nanoTime();
		bytes = 0;
		progress.begin(next, total);
	}

	private void end() {
		if (phase == null) {
			return;
		}
		final var time = Duration.ofNanos(System.nanoTime() - began);
		for (int i = 0; i < times.size(); i++) {
			if (times.get(i).id().equals(phase.id())) {
				times.set(i, new PhaseTime(phase.id(), phase.label(), times.get(i).time().plus(time), Math.max(bytes, times.get(i).bytes())));
				phase = null;
				return;
			}
		}
		times.add(new PhaseTime(phase.id(), phase.label(), time, bytes));
		phase = null;
	}

	void total(long total) {
		progress.total(total);
	}

	void advance(long count) {
		bytes += count;
		progress.advance(count);
	}

	void message(String text) {
		progress.message(text);
	}

	/** How many bytes of the running phase are done. */
	long bytes() {
		return bytes;
	}

	Duration time() {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	List<PhaseTime> times() {
		end();
		return List.copyOf(times);
	}
}
