package dev.benchtop.ui.console.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class TimeStyleTest {

	private static final Instant NOON = LocalDateTime.of(2026, 1, 2, 12, 0, 0).atZone(ZoneId.systemDefault()).toInstant();

	@Test
	void theClockIsThatOfThisPlace() {
		assertEquals("2026-01-02 12:00:01.250", TimeStyle.ABSOLUTE.format(NOON.plusMillis(1250), NOON));
	}

	@Test
	void theTimeSinceAnotherLineMayBeNegative() {
		assertEquals("  1:02:03.004", TimeStyle.SINCE_START.format(NOON.plusMillis(3_723_004), NOON));
		assertEquals(" -0:00:01.500", TimeStyle.SINCE_START.format(NOON.minusMillis(1500), NOON));
		assertEquals("     +0.123", TimeStyle.DELTA.format(NOON.plusMillis(123), NOON));
		assertEquals("", TimeStyle.OFF.format(NOON, NOON));
	}

	@Test
	void whatIsWrittenFits() {
		for (final TimeStyle style : TimeStyle.values()) {
			assertEquals(style.width(), style.format(NOON.plusSeconds(5), NOON).length(), style::name);
		}
	}
}
