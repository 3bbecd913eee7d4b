package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("How closely the blocks of a window follow each other")
class PaceTest {

	private static final long SENDING = 50_000;
	private static final long QUICK = 10_000;
	private static final long SLOW = 300_000;

	private long now;

	/** Sends a window and has it acknowledged so long after its last block; returns how many blocks the longest burst had. */
	private int window(Pace pace, int blocks, long answer) {
		int most = 0;
		int burst = 0;
		pace.begin(now);
		for (int block = 1; block <= blocks; block++) {
			burst++;
			if (pace.sent()) {
				now += SENDING;
				final long resume = pace.pause(now);
				most = Math.max(most, burst);
				burst = 0;
				if (block < blocks) {
					now = resume;
					pace.begin(now);
				}
			}
		}
		now += answer;
		pace.clean(now);
		return Math.max(most, burst);
	}

	private int after(Pace pace, int windows, int blocks, long answer) {
		for (int i = 0; i < windows; i++) {
			window(pace, blocks, answer);
		}
		return window(pace, blocks, answer);
	}

	@Test
	@DisplayName("Windows up to 16 go at once")
	void atOnce() {
		assertEquals(1, window(new Pace(1), 1, SLOW));
		assertEquals(16, window(new Pace(16), 16, SLOW));
	}

	@Test
	@DisplayName("A window of 64 goes in bursts of 16 to a client that is slower than this machine")
	void slowClient() {
		assertEquals(16, after(new Pace(64), 1000, 64, SLOW));
	}

	@Test
	@DisplayName("A window of 64 goes at once to a client that keeps up")
	void quickClient() {
		final var pace = new Pace(64);
		assertEquals(16, window(pace, 64, QUICK));
		assertEquals(64, after(pace, 8, 64, QUICK));
	}

	@Test
	@DisplayName("After a loss as many blocks go in a burst as came through, and all at once again after many clean windows")
	void loss() {
		final var pace = new Pace(16);
		pace.lost(10);
		assertEquals(10, window(pace, 16, SLOW));
		pace.lost(0);
		assertEquals(5, window(pace, 16, SLOW));
		for (int i = 0; i < 5; i++) {
			pace.lost(2);
		}
		assertEquals(4, window(pace, 16, SLOW));
		assertEquals(16, after(pace, 32, 16, SLOW));
	}

	@Test
	@DisplayName("A pause is as long as the client takes for a burst")
	void pause() {
		final var pace = new Pace(64);
		after(pace, 100, 64, SLOW);
		pace.begin(now);
		assertEquals(SLOW + SENDING + SENDING, pace.pause(now + SENDING) - now);
	}
}
