package dev.benchtop.ui.flash;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Bytes over time, kept as at most 600 equal slices: the slices grow longer as time goes on. */
final class Throughput {

	/** @param seconds from the beginning of the task @param rate bytes a second */
	record Sample(double seconds, double rate) {
	}

	private static final int MOST = 600;
	private static final int AROUND = 2;
	private static final long FIRST_SLICE = 100_000_000L;
	private static final double NANOS = 1e9;

	private final List<Long> slices = new ArrayList<>();
	private final long[] recent = new long[20];
	private long slice = FIRST_SLICE;
	private long start = -1;
	private long recentAt;
	private long rateSince;

	void begin(long now) {
		if (start < 0) {
			start = now;
		}
		Arrays.fill(recent, 0);
		recentAt = tick(now);
		rateSince = now;
	}

	void add(long bytes, long now) {
		int index = (int) ((now - start) / slice);
		while (index >= MOST) {
			halve();
			index = (int) ((now - start) / slice);
		}
		while (slices.size() <= index) {
			slices.add(0L);
		}
		slices.set(index, slices.get(index) + bytes);
		advanceRecent(now);
		recent[(int) (recentAt % recent.length)] += bytes;
	}

	double rate(long now) {
		if (start < 0) {
			return 0;
		}
		advanceRecent(now);
		long sum = 0;
		for (final long bytes : recent) {
			sum += bytes;
		}
		final double window = Math.min((now - rateSince) / NANOS, recent.length * FIRST_SLICE / NANOS);
		return window < 0.05 ? 0 : sum / window;
	}

	List<Sample> samples(long now) {
		final List<Sample> samples = new ArrayList<>();
		final int complete = start < 0 ? 0 : (int) Math.min(slices.size(), (now - start) / slice);
		for (int i = 0; i < complete; i++) {
			samples.add(new Sample((i + 0.5) * slice / NANOS, slices.get(i) * NANOS / slice));
		}
		return samples;
	}

	/** Bytes a second, each over the samples around it: a target that takes 4 MiB at once is no row of spikes. */
	static double[] smoothed(List<Sample> samples) {
		final double[] rates = new double[samples.size()];
		for (int i = 0; i < rates.length; i++) {
			final var around = samples.subList(Math.max(0, i - AROUND), Math.min(rates.length, i + AROUND + 1));
			rates[i] = around.stream().mapToDouble(Sample::rate).average().orElse(0);
		}
		return rates;
	}

	private void halve() {
		final List<Long> coarse = new ArrayList<>();
		for (int i = 0; i < slices.size(); i += 2) {
			coarse.add(slices.get(i) + (i + 1 < slices.size() ? slices.get(i + 1) : 0));
		}
		slices.clear();
		slices.addAll(coarse);
		slice *= 2;
	}

	private long tick(long now) {
		return (now - start) / FIRST_SLICE;
	}

	private void advanceRecent(long now) {
		final long to = tick(now);
		for (long tick = Math.max(recentAt + 1, to - recent.length + 1); tick <= to; tick++) {
			recent[(int) (tick % recent.length)] = 0;
		}
		recentAt = to;
	}
}
