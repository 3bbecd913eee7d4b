package dev.benchtop.core.flash;

/**
 * A hook for tests: the system property {@code benchtop.crash} names a phase ({@code write}), or a phase and a number of bytes of it
 * ({@code write:1048576}), at which this process is to die as if it were killed.
 */
final class CrashPoint {

	private static final int KILLED = 137;

	private final String phase;
	private final long bytes;

	CrashPoint() {
		final String[] point = System.getProperty("benchtop.crash", "").split(":", 2); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		phase = point[0];
		bytes = point.length < 2 ? 0 : Long.parseLong(point[1]);
	}

	/** So many bytes of the phase are done. */
	void reached(String now, long done) {
		if (now.equals(phase) && done >= bytes) {
			Runtime.getRuntime().halt(KILLED);
		}
	}
}
