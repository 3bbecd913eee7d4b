package dev.benchtop.image;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

/** Remembers what a copy says of itself, and can do something when a phase begins or has come so far. */
public final class Recorder implements Progress {

	/** A range as it was told. */
	public record Told(int length, String sum) {
	}

	public final CancelToken token = new CancelToken();
	public final List<String> planned = Collections.synchronizedList(new ArrayList<>());
	public final List<String> begun = Collections.synchronizedList(new ArrayList<>());
	public final Map<Long, Told> ranges = Collections.synchronizedMap(new TreeMap<>());
	/** The positions of the ranges as they came. */
	public final List<Long> order = Collections.synchronizedList(new ArrayList<>());
	public final CountDownLatch waitedFor = new CountDownLatch(1);
	public final Set<Bottleneck> bottlenecks = Collections.synchronizedSet(EnumSet.noneOf(Bottleneck.class));
	private String phaseWaitedFor;
	public volatile long done;
	public volatile long total;

	/** Opens {@link #waitedFor} when this phase begins. */
	public Recorder waitFor(String phase) {
		phaseWaitedFor = phase;
		return this;
	}

	@Override
	public CancelToken token() {
		return token;
	}

	@Override
	public void plan(List<Phase> phases) {
		phases.forEach(phase -> planned.add(phase.id()));
	}

	@Override
	public void begin(Phase phase, long totalBytes) {
		begun.add(phase.id());
		done = 0;
		total = totalBytes;
		if (phase.id().equals(phaseWaitedFor)) {
			waitedFor.countDown();
		}
	}

	@Override
	public void total(long totalBytes) {
		total = totalBytes;
	}

	@Override
	public void advance(long bytes) {
		done += bytes;
	}

	@Override
	public void bottleneck(Bottleneck now) {
		bottlenecks.add(now);
	}

	@Override
	public void range(long position, int length, String sum) {
		ranges.put(position, new Told(length, sum));
		order.add(position);
	}
}
