package dev.benchtop.ui.flash;

import java.time.Duration;

import dev.benchtop.core.Progress.Phase;

/** How far one phase of a task is. */
public final class PhaseProgress {

	/** How a phase stands. */
	public enum Mark {
		AHEAD, RUNNING, DONE, FAILED
	}

	private final Phase phase;
	private Mark mark = Mark.AHEAD;
	private long total = -1;
	private long done;
	private long began;
	private long ended;

	PhaseProgress(Phase phase) {
		this.phase = phase;
	}

	PhaseProgress(PhaseProgress other) {
		phase = other.phase;
		mark = other.mark;
		total = other.total;
		done = other.done;
		began = other.began;
		ended = other.ended;
	}

	public Phase phase() {
		return phase;
	}

	public Mark mark() {
		return mark;
	}

	/** Bytes that there will be; -1 where that is not known. */
	public long total() {
		return total;
	}

	/** Bytes so far. */
	public long done() {
		return done;
	}

	/** 0 to 100; -1 where that is not known. */
	public int percent() {
		return total <= 0 ? -1 : (int) Math.min(100, done * 100 / total);
	}

	/** How long it has taken so far. */
	public Duration time() {
		return switch (mark) {
			case AHEAD -> Duration.ZERO;
			case RUNNING -> Duration.ofNanos(System.nanoTime() - began);
			case DONE, FAILED -> Duration.ofNanos(ended - began);
		};
	}

	void begin(long totalBytes) {
		mark = Mark.RUNNING;
		total = totalBytes;
		began = System.nanoTime();
	}

	void total(long totalBytes) {
		total = totalBytes;
	}

	void advance(long bytes) {
		done += bytes;
	}

	void end(boolean well) {
		mark = well ? Mark.DONE : Mark.FAILED;
		ended = System.nanoTime();
	}
}
