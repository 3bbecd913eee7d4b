package dev.benchtop.core.console.modem;

import java.util.concurrent.TimeUnit;

/**
 * How long who sends blocks waits before a block and for the answer to it. The receivers of lrzsz drop what comes in the moment after they
 * have answered (tcflush(3)), and are then silent for 5 to 13 s.
 */
final class Turn {

	/** Before the first block of a file: here a loss costs most. */
	private static final long BEGIN_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
	private static final long SHORTEST_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
	private static final long LONGEST_NANOS = TimeUnit.MILLISECONDS.toNanos(16);
	/** For the end of a file, too: a second one would be read by who came after a receiver that writes before it answers, as ^D by a shell. */
	static final long LONGEST_ANSWER_MILLIS = 10_000;
	/** Before there is a measure: boards erase their flash at the first block. */
	private static final long UNKNOWN_MILLIS = 4000;
	private static final long SHORTEST_ANSWER_MILLIS = 1000;
	private static final int PATIENCE = 10;

	private long pauseNanos = SHORTEST_NANOS;
	private long slowestMillis;
	private int losses;
	private boolean beginning = true;

	/** Something else than the next block comes, and what is known of the answers does not hold for it. */
	void begin() {
		beginning = true;
	}

	/** How long to wait before the next block. */
	long pauseNanos() {
		return beginning ? Math.max(BEGIN_NANOS, pauseNanos) : pauseNanos;
	}

	/** How long to wait for its answer; at most 10 s. */
	long answerMillis() {
		final long usual = beginning ? UNKNOWN_MILLIS : Math.max(PATIENCE * slowestMillis, SHORTEST_ANSWER_MILLIS);
		return Math.min(usual << losses, LONGEST_ANSWER_MILLIS);
	}

	/** The answer to a block took so long. */
	void answered(long millis) {
		slowestMillis = Math.max(slowestMillis, millis);
		beginning = false;
		losses = 0;
	}

	/** A block has to go again, and more time is given to its answer. */
	void lost() {
		losses++;
		pauseNanos = Math.min(2 * pauseNanos, LONGEST_NANOS);
	}
}
