package dev.benchtop.server.tftp;

/**
 * How long the loop watches for the next packet without sleeping. An idle processor takes several times as long to wake up as a client takes to
 * answer, so that a transfer with small windows is mostly waking up. Where answers take longer, or other programs want the processor, watching
 * is given up for a while, each time for twice as long.
 */
final class Attention {

	/** Nanoseconds: longer than a quick client takes to answer, shorter than what a busy machine would notice. */
	private static final long SPAN = 100_000;
	/** Misses in a row that are borne. */
	private static final int PATIENCE = 4;
	private static final int LEAST_REST = 16;
	private static final int MOST_REST = 4096;

	private long since;
	private boolean watched;
	private int misses;
	private int rest;
	private int nextRest = LEAST_REST;

	/** Something came. */
	void heard(long now) {
		if (watched) {
			misses = 0;
			nextRest = LEAST_REST;
		} else if (rest > 0) {
			rest--;
		}
		since = now;
		watched = rest == 0;
	}

	/** Nothing has come yet: whether to look again at once. */
	boolean watches(long now) {
		if (!watched || now - since < SPAN) {
			return watched;
		}
		watched = false;
		if (++misses >= PATIENCE) {
			misses = 0;
			rest = nextRest;
			nextRest = Math.min(2 * nextRest, MOST_REST);
		}
		return false;
	}
}
