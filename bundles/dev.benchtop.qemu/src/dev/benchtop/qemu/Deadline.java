package dev.benchtop.qemu;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;

/** The time that a flash may take. */
final class Deadline {

	/** How often it is looked whether the time is over. */
	static final Duration LOOK = Duration.ofSeconds(1);

	private final Optional<Duration> time;

	/** {@code time} is null where it may take as long as it takes. */
	Deadline(Duration time) {
		this.time = Optional.ofNullable(time).filter(Duration::isPositive);
	}

	/** Cancels it when the time is over, and says so in its report. */
	FlashReport keep(Progress progress, Exclusive.Action<FlashReport> flash) throws BenchException {
		if (time.isEmpty()) {
			return flash.run();
		}
		final long end = System.nanoTime() + time.get().toNanos();
		final var watch = Thread.ofVirtual().name("flash timeout").unstarted(() -> { //$NON-NLS-1$
			while (!Thread.currentThread().isInterrupted() && System.nanoTime() < end) {
				LockSupport.parkNanos(Math.min(LOOK.toNanos(), end - System.nanoTime()));
			}
			if (!Thread.currentThread().isInterrupted()) {
				progress.token().cancel();
			}
		});
		watch.start();
		try {
			final var report = flash.run();
			return late(report.failure(), end) ? new FlashReport(report.outcome(), report.bytes(), report.sha256(), report.target(), report.time(),
					report.phases(), Optional.of(tooLate())) : report;
		} catch (BenchException e) {
			throw late(Optional.of(e), end) ? tooLate() : e;
		} finally {
			watch.interrupt();
		}
	}

	private static boolean late(Optional<BenchException> failure, long end) {
		return failure.isPresent() && failure.get().isCancelled() && System.nanoTime() >= end;
	}

	private BenchException tooLate() {
		return BenchException.failed(NLS.bind(Messages.Deadline_late, time.orElseThrow().toSeconds())).next(Messages.Deadline_next).build();
	}
}
