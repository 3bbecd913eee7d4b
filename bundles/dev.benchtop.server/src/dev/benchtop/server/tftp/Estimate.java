package dev.benchtop.server.tftp;

/** What is known about the way to one client: round trip (RFC 6298) and the longest window that it takes without loss. */
final class Estimate {

	private static final long MOST = 4_000_000_000L;

	private final long least;
	private final int maxWindow;
	private long smoothed = -1;
	private long quickest = Long.MAX_VALUE;
	private long variation;
	private long timeout;
	private int window;

	Estimate(long firstTimeout, int maxWindow) {
		this.timeout = firstTimeout;
		this.least = firstTimeout / 2;
		this.maxWindow = maxWindow;
		this.window = maxWindow;
	}

	/** Takes a round trip in nanoseconds of packets that were sent once (Karn's algorithm). */
	void sample(long roundTrip) {
		quickest = Math.min(quickest, roundTrip);
		if (smoothed < 0) {
			smoothed = roundTrip;
			variation = roundTrip / 2;
		} else {
			variation += (Math.abs(smoothed - roundTrip) - variation) / 4;
			smoothed += (roundTrip - smoothed) / 8;
		}
		timeout = Math.max(least, Math.min(smoothed + 4 * variation, MOST));
	}

	/** Nanoseconds to wait for an answer that has been waited for {@code attempts} times already. */
	long timeout(int attempts) {
		return Math.min(timeout << Math.min(attempts, 8), Math.max(timeout, MOST));
	}

	/** Nanoseconds within which no answer to what was just sent can have come; 0 as long as nothing is known. */
	long tooSoon() {
		return quickest == Long.MAX_VALUE ? 0 : quickest / 2;
	}

	int window() {
		return window;
	}

	/** Learns from a transfer: more than one lossy window in 50 halves what the client is granted next, none doubles it. */
	void learn(int granted, long windows, long losses) {
		if (losses > 1 && losses * 50 > windows) {
			window = Math.max(1, granted / 2);
		} else if (losses == 0 && windows > 1) {
			window = Math.min(maxWindow, window * 2);
		}
	}
}
