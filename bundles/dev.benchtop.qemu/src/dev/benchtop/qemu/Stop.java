package dev.benchtop.qemu;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Ends a machine: by its own command, else by a signal, else by the one that nothing withstands. */
final class Stop {

	private static final Duration ANSWER = Duration.ofSeconds(1);
	private static final Duration GRACE = Duration.ofSeconds(2);

	private Stop() {
	}

	/** Returns when it has gone. */
	static void end(Run run) throws BenchException {
		quit(run);
		if (!goneWithin(run, GRACE)) {
			signal(run, false);
		}
		if (!goneWithin(run, GRACE)) {
			signal(run, true);
		}
		if (!goneWithin(run, GRACE)) {
			throw BenchException.failed(NLS.bind(Messages.Stop_failed, run.pid().orElse(0))).build();
		}
	}

	/** Ends what has only just started. */
	static void kill(Run run) {
		signal(run, true);
		goneWithin(run, GRACE);
	}

	/** Whether the process of the run has gone within that time. */
	static boolean goneWithin(Run run, Duration time) {
		final long end = System.nanoTime() + time.toNanos();
		while (run.goes()) {
			if (System.nanoTime() > end) {
				return false;
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
		}
		return true;
	}

	private static void quit(Run run) {
		try (var qmp = Qmp.connect(run.commands(), _ -> { })) {
			qmp.awaitReady(ANSWER);
			qmp.execute("quit", Map.of(), ANSWER); //$NON-NLS-1$
		} catch (IOException e) {
			System.getLogger(Stop.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e);
		}
	}

	private static void signal(Run run, boolean force) {
		run.pid().ifPresent(pid -> ProcessHandle.of(pid).ifPresent(process -> {
			if (force) {
				process.destroyForcibly();
			} else {
				process.destroy();
			}
		}));
	}
}
