package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AttentionTest {

	private static final int MANY = 100_000;

	private final Attention attention = new Attention();
	private long now = -1_000_000_000;

	@Test
	void beforeAnythingWasHeardItSleeps() {
		assertFalse(attention.watches(now));
	}

	@Test
	void itWatchesWhereWakingUpTakesLong() {
		assertTrue(watched(MANY, 70_000, 20_000) > MANY * 0.9);
	}

	@Test
	void itSleepsWhereOthersWantTheProcessor() {
		assertTrue(watched(MANY, 10_000, 20_000) < MANY * 0.05);
	}

	@Test
	void itSleepsWhereBothAreTheSame() {
		assertTrue(watched(MANY, 20_000, 20_000) < MANY * 0.05);
	}

	@Test
	void itDoesNotWatchForLong() {
		watched(MANY, 70_000, 20_000);
		assertTrue(attention.watches(now + 50_000));
		assertFalse(attention.watches(now + 500_000));
	}

	@Test
	void itFollowsAMachineThatBecomesBusyAndIdleAgain() {
		watched(MANY, 70_000, 20_000);
		watched(20 * Attention.TRIAL * 16, 10_000, 20_000);
		assertTrue(watched(MANY, 10_000, 20_000) < MANY * 0.05);
		watched(20 * Attention.TRIAL * 16, 70_000, 20_000);
		assertTrue(watched(MANY, 70_000, 20_000) > MANY * 0.9);
	}

	@Test
	void pausesTellNothing() {
		for (int packets = 0; packets < MANY; packets++) {
			now += packets % (Attention.TRIAL / 2) == 0 ? 1_000_000_000L : 20_000;
			attention.heard(now);
		}
		assertEquals(0, watched(1, 20_000, 20_000));
	}

	/** How many of so many packets are watched for, each of which comes so many nanoseconds after the one before, by the manner of waiting. */
	private int watched(int packets, long asleep, long awake) {
		int watched = 0;
		for (int packet = 0; packet < packets; packet++) {
			final boolean watches = attention.watches(now);
			now += watches ? awake : asleep;
			attention.heard(now);
			watched += watches ? 1 : 0;
		}
		return watched;
	}
}
