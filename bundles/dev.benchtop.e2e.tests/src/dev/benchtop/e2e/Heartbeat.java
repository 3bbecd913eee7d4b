package dev.benchtop.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Asks the UI thread every few milliseconds, keeps how long its answers took, and what it did when one took long. The time in which that
 * thread only waited for a processor, as others had them all, is no fault of the window and does not count.
 */
final class Heartbeat implements AutoCloseable {

	private static final int EVERY_MILLIS = 10;
	private static final long LONG = TimeUnit.MILLISECONDS.toNanos(100);
	private static final int FRAMES = 25;
	/** Whoever reads it; its file {@code schedstat} has the times of the kernel's scheduler in nanoseconds: run, waited, and a count. */
	private static final Path SELF = Path.of("/proc/thread-self");

	private final List<Long> delays = Collections.synchronizedList(new ArrayList<>());
	private final Map<String, Integer> busy = new LinkedHashMap<>();
	private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor();
	private final Path schedule;
	private volatile long asked;
	private volatile long starvedBefore;
	private volatile boolean answered = true;

	Heartbeat() throws Exception {
		schedule = Ui.call(() -> Files.exists(SELF) ? SELF.resolveSibling(Files.readSymbolicLink(SELF)).resolve("schedstat") : SELF);
		heart.scheduleAtFixedRate(this::beat, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
	}

	private void beat() {
		if (answered) {
			answered = false;
			starvedBefore = starved();
			asked = System.nanoTime();
			Ui.post(() -> {
				final long delay = System.nanoTime() - asked;
				delays.add(Math.max(0, delay - starved() + starvedBefore));
				answered = true;
			});
		} else if (System.nanoTime() - asked > LONG) {
			busy.merge(Stream.of(Ui.display().getThread().getStackTrace()).limit(FRAMES).map(frame -> "\n\tat " + frame).collect(Collectors.joining()), 1,
					Integer::sum);
		}
	}

	/** How long the UI thread has waited for a processor so far, in nanoseconds; 0 where the system does not tell. */
	private long starved() {
		try {
			return Files.isReadable(schedule) ? Long.parseLong(Files.readString(schedule).split(" ")[1]) : 0;
		} catch (IOException e) {
			throw new UncheckedIOException(e);
		}
	}

	/** How many answers came. */
	int beats() {
		return delays.size();
	}

	/** The time in milliseconds that this share of the answers did not need more than. */
	double percentile(double share) {
		synchronized (delays) {
			final var sorted = delays.stream().sorted().toList();
			return sorted.get((int) Math.min(sorted.size() - 1, Math.ceil(sorted.size() * share) - 1)) / 1e6;
		}
	}

	/** What the UI thread did while an answer was late, the most frequent first. */
	String busyWith() {
		return busy.entrySet().stream().sorted(Map.Entry.<String, Integer>comparingByValue().reversed()).limit(5)
				.map(entry -> entry.getValue() + " times" + entry.getKey()).collect(Collectors.joining("\n"));
	}

	@Override
	public void close() throws InterruptedException {
		heart.shutdown();
		heart.awaitTermination(1, TimeUnit.SECONDS);
	}
}
