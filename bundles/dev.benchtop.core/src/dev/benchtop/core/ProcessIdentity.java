package dev.benchtop.core;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A process, told apart from a later one that got the same id.
 *
 * @param pid its process id
 * @param start when it started, in a form that is the same for whoever asks; only good to be compared
 */
public record ProcessIdentity(long pid, String start) {

	private static final Path PROC = Path.of("/proc"); //$NON-NLS-1$
	private static final int STATE = 0;
	private static final int START_TIME = 19;

	/** This process. */
	public static ProcessIdentity self() {
		final long pid = ProcessHandle.current().pid();
		return of(pid).orElseGet(() -> new ProcessIdentity(pid, "")); //$NON-NLS-1$
	}

	/** The process that has this id now; empty where there is none, or it has ended and only waits to be collected. */
	public static Optional<ProcessIdentity> of(long pid) {
		final Optional<String> start = Files.isDirectory(PROC.resolve("self")) ? ticks(pid) //$NON-NLS-1$
				: ProcessHandle.of(pid).filter(ProcessHandle::isAlive).flatMap(handle -> handle.info().startInstant()).map(Object::toString);
		return start.map(when -> new ProcessIdentity(pid, when));
	}

	/** Whether it still runs. */
	public boolean isAlive() {
		return of(pid).filter(this::equals).isPresent();
	}

	/** Boot and clock ticks since then: unlike a time of day they are the same after the clock was set. */
	private static Optional<String> ticks(long pid) {
		try {
			final String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat")); //$NON-NLS-1$
			final String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" "); //$NON-NLS-1$
			final String boot = Files.readString(PROC.resolve("sys/kernel/random/boot_id")).strip(); //$NON-NLS-1$
			return "ZX".contains(fields[STATE]) ? Optional.empty() : Optional.of(boot + ':' + fields[START_TIME]); //$NON-NLS-1$
		} catch (IOException e) {
			return Optional.empty();
		}
	}
}
