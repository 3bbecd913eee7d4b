package dev.benchtop.network.ssh;

import java.util.Map;

/** The exit codes of shells for commands that a signal ended, by the signal's name (RFC 4254, section 6.10). */
final class Signals {

	private static final int BASE = 128;
	private static final Map<String, Integer> NUMBERS = Map.ofEntries(Map.entry("HUP", 1), Map.entry("INT", 2), Map.entry("QUIT", 3), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			Map.entry("ILL", 4), Map.entry("ABRT", 6), Map.entry("FPE", 8), Map.entry("KILL", 9), Map.entry("SEGV", 11), Map.entry("PIPE", 13), //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$ //$NON-NLS-6$
			Map.entry("ALRM", 14), Map.entry("TERM", 15)); //$NON-NLS-1$ //$NON-NLS-2$

	private Signals() {
	}

	/** 128 and the number; 255 where it has none that all systems agree on. */
	static int code(String signal) {
		final Integer number = NUMBERS.get(signal);
		return number == null ? BASE + 127 : BASE + number;
	}
}
