package dev.benchtop.disk.mux;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Program;

/** Waits until the system has looked at what came or changed: it reads a medium that is taken away from it. */
final class Udev {

	private static final Duration LONGEST = Duration.ofSeconds(12);

	private Udev() {
	}

	/** Returns once nothing is left to look at; at once where the system has no udev. */
	static void settle(CancelToken cancel) throws BenchException {
		try {
			Program.of(List.of("udevadm", "settle", "--timeout=10"), Path.of("/"), LONGEST).run(cancel); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		} catch (BenchException e) {
			if (e.isCancelled()) {
				throw e;
			}
			System.getLogger(Udev.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage());
		}
	}
}
