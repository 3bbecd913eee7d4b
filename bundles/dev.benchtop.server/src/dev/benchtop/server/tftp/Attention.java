package dev.benchtop.server.tftp;

/**
 * Whether the loop watches for the next packet or sleeps until it comes. An idle processor takes several times as long to wake up as a client takes to
 * answer; but where other programs want the processor, or the answer takes long, watching only keeps it from them. So both are tried in turn on
 * some packets, and what was quicker is done for a while, longer each time that it proves right.
 */
final class Attention {

	/** Packets that tell how quick a manner is. */
	static final int TRIAL = 64;
	/** Nanoseconds: longer than a quick client takes to answer, shorter than what a busy machine would notice. */
	private static final long SPAN = 100_000;
	/** Nanoseconds without a packet after which nothing was going on. */
	private static final long PAUSE = 20_000_000;
	/** Watching has to be that much quicker, in percent. */
	private static final int GAIN = 5;
	private static final int LEAST_STAY = 8;
	private static final int MOST_STAY = 128;

	private boolean watching;
	private boolean trying;
	private long since;
	private long began;
	private int heard;
	/** What a trial of packets took at last, in the manner that is kept. */
	private long kept;
	private int stay = LEAST_STAY;
	private int stayed;

	/** Something came. */
	void heard(long now) {
		if (heard == 0 || now - since > PAUSE) {
			began = now;
			heard = 0;
		}
		since = now;
		if (heard++ == TRIAL) {
			heard = 1;
			ended(now - began);
			began = now;
		}
	}

	private void ended(long took) {
		if (!trying) {
			kept = took;
			if (++stayed >= stay) {
				turn(true);
			}
			return;
		}
		final long slept = watching ? kept : took;
		final long watched = watching ? took : kept;
		final boolean better = watched * 100 < slept * (100 - GAIN);
		stay = better == watching ? LEAST_STAY : Math.min(2 * stay, MOST_STAY);
		if (better == watching) {
			trying = false;
			stayed = 0;
			kept = took;
		} else {
			turn(false);
		}
	}

	private void turn(boolean trial) {
		watching = !watching;
		trying = trial;
		stayed = 0;
	}

	/** Nothing has come yet: whether to look again at once. */
	boolean watches(long now) {
		return watching && now - since < SPAN;
	}
}
