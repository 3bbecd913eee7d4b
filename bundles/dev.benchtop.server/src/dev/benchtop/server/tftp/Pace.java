package dev.benchtop.server.tftp;

/**
 * How closely the blocks of a window follow each other: at once as long as none is lost, then in bursts of as many as came through.
 * Windows over 16 blocks begin with bursts of 16, and go at once when the client acknowledges these much sooner than they are sent: U-Boot in
 * a virtual machine never takes a packet again once 32 have waited for it.
 */
final class Pace {

	private static final long LEAST_PAUSE = 20_000;
	private static final long MOST_PAUSE = 2_000_000;
	private static final int SAFE_BURST = 16;
	private static final int LEAST_BURST = 4;
	private static final int PROOF = 4;
	private static final int PROOF_AFTER_LOSS = 16;

	private final int window;
	private final int least;
	private int burst;
	private int inBurst;
	private int proof = PROOF;
	private int good;
	private long began;
	private long ended;
	/** The shortest time in which a burst was sent: other times have waits of this machine in them. */
	private long sending = Long.MAX_VALUE;
	/** Between bursts; as long as the client took of late to acknowledge the last burst of a window. */
	private long pause = MOST_PAUSE / 2;

	Pace(int window) {
		this.window = window;
		least = Math.min(window, LEAST_BURST);
		burst = Math.min(window, SAFE_BURST);
	}

	/** A burst begins. */
	void begin(long now) {
		inBurst = 0;
		began = now;
	}

	/** A block was sent: whether the burst ends with it, and a pause comes unless the window ends too. */
	boolean sent() {
		return ++inBurst == burst && burst < window;
	}

	/** The burst has ended; returns when the next one may begin. */
	long pause(long now) {
		ended = now;
		sending = Math.min(sending, ended - began);
		return now + pause;
	}

	/** A whole window was acknowledged, and none of it had to be sent again. */
	void clean(long now) {
		if (burst == window) {
			return;
		}
		pause = Math.clamp(Math.max(now - began, pause - pause / 8), LEAST_PAUSE, MOST_PAUSE);
		if (burst >= SAFE_BURST && 2 * (now - ended) > sending) {
			good = 0;
		} else if (++good >= proof) {
			good = 0;
			burst = Math.min(window, 2 * burst);
		}
	}

	/** Blocks were lost behind so many that came through. */
	void lost(int arrived) {
		burst = Math.clamp(arrived > 0 && arrived < burst ? arrived : burst / 2, least, window);
		pause = Math.min(2 * pause, MOST_PAUSE);
		proof = PROOF_AFTER_LOSS;
		good = 0;
	}
}
