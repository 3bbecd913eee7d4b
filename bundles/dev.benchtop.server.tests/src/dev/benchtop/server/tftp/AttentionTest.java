package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AttentionTest {

	private static final long QUICK = 50_000;
	private static final long SLOW = 500_000;

	private final Attention attention = new Attention();
	private long now = -1_000_000;

	@Test
	void beforeAnythingWasHeardItSleeps() {
		assertFalse(attention.watches(now));
	}

	@Test
	void quickAnswersAreWatchedFor() {
		attention.heard(now);
		for (int answers = 0; answers < 10_000; answers++) {
			now += QUICK;
			assertTrue(attention.watches(now));
			attention.heard(now);
		}
	}

	@Test
	void itSleepsOnceAnAnswerTakesLonger() {
		attention.heard(now);
		assertFalse(attention.watches(now + SLOW));
		assertFalse(attention.watches(now + SLOW + 1), "and does not begin again before something is heard");
	}

	@Test
	void aClientThatIsAlwaysSlowIsHardlyEverWatchedFor() {
		final int watched = slowAnswers(10_000);
		assertTrue(watched > 0 && watched < 100, "watched " + watched + " times");
	}

	@Test
	void aClientThatBecomesQuickIsWatchedForAgain() {
		slowAnswers(10_000);
		boolean watched = false;
		for (int answers = 0; answers < 5_000; answers++) {
			attention.heard(now);
			now += QUICK;
			watched = attention.watches(now);
		}
		assertTrue(watched);
	}

	/** How many of so many answers were watched for. */
	private int slowAnswers(int answers) {
		int watched = 0;
		for (int answer = 0; answer < answers; answer++) {
			attention.heard(now);
			if (attention.watches(now + 1)) {
				watched++;
			}
			now += SLOW;
			attention.watches(now);
		}
		return watched;
	}
}
