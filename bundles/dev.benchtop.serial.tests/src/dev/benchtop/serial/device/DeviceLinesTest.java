package dev.benchtop.serial.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;
import dev.benchtop.serial.line.LineSettings;

class DeviceLinesTest {

	private static final LineSettings SETTINGS = LineSettings.USUAL.withLines(false, true);

	private final DeviceLines lines = new DeviceLines("port", SETTINGS);

	@Test
	void restoresForTheNextConnectionWhereThePortIsGone() throws BenchException {
		lines.restore(true, false);
		assertEquals(SETTINGS.withLines(true, false), lines.settings());
	}

	@Test
	void refusesToMoveALineOfAPortThatIsNotOpen() {
		assertThrows(BenchException.class, () -> lines.dtr(true));
		assertThrows(BenchException.class, () -> lines.rts(false));
		assertTrue(!lines.dtr() && lines.rts());
	}
}
