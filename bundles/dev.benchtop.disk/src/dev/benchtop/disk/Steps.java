package dev.benchtop.disk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport.PhaseTime;

/** A progress of which the copy is one part: it says all phases at once, and remembers how long each took. */
final class Steps implements Progress {

	static final Phase HOST = new Phase("host", Messages.Phase_host); //$NON-NLS-1$
	static final Phase SETTLE = new Phase("settle", Messages.Phase_settle); //$NON-NLS-1$
	static final Phase DUT = new Phase("dut", Messages.Phase_dut); //$NON-NLS-1$
	static final Phase BACK = new Phase("back", Messages.Phase_back); //$NON-NLS-1$

	private final Progress to;
	private final long start = System.nanoTime();
	private final List<PhaseTime> times = new ArrayList<>();
	private final boolean whole;
	private Phase phase;
	private long began;
	private long done;

	/** {@code phases} are all that will come, or those before the copy says its own. */
	Steps(Progress to, List<Phase> phases) {
		this.to = to;
		this.whole = phases.size() > 1;
		to.plan(phases);
	}

	/** From the beginning up to now. */
	Duration time() {
		return Duration.ofNanos(System.nanoTime() - start);
	}

	/** How long each phase took, the running one up to now. */
	synchronized List<PhaseTime> times() {
		endPhase();
		phase = null;
		return List.copyOf(times);
	}

	private void endPhase() {
		if (phase != null) {
			times.add(new PhaseTime(phase.id(), phase.label(), Duration.ofNanos(System.nanoTime() - began), done));
		}
	}

	@Override
	public CancelToken token() {
		return to.token();
	}

	@Override
	public void plan(List<Phase> phases) {
		if (!whole) {
			final var all = new ArrayList<Phase>();
			all.add(HOST);
			all.addAll(phases);
			all.add(BACK);
			to.plan(all);
		}
	}

	@Override
	public synchronized void begin(Phase next, long totalBytes) {
		endPhase();
		phase = next;
		began = System.nanoTime();
		done = 0;
		to.begin(next, totalBytes);
	}

	@Override
	public void total(long totalBytes) {
		to.total(totalBytes);
	}

	@Override
	public synchronized void advance(long bytes) {
		done += bytes;
		to.advance(bytes);
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
	public void range(long position, int length, String sha256) {
		to.range(position, length, sha256);
	}
}
