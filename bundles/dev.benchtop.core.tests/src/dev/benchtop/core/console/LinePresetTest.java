package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

@Timeout(60)
class LinePresetTest {

	/** Keeps what was done with the lines, and does something at each step. */
	private static final class Lines implements SerialLines {

		private final List<String> steps = new ArrayList<>();
		private boolean dtr = true;
		private boolean rts = true;
		private Runnable atStep = () -> { };
		private boolean dtrFails;

		@Override
		public int baudRate() {
			return 115_200;
		}

		@Override
		public void baudRate(int baud) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void sendBreak(Duration length) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean dtr() {
			return dtr;
		}

		@Override
		public void dtr(boolean asserted) throws BenchException {
			if (dtrFails) {
				throw BenchException.failed("gone").build();
			}
			dtr = asserted;
			step(asserted ? "DTR" : "dtr");
		}

		@Override
		public boolean rts() {
			return rts;
		}

		@Override
		public void rts(boolean asserted) {
			rts = asserted;
			step(asserted ? "RTS" : "rts");
		}

		private void step(String name) {
			steps.add(name);
			atStep.run();
		}
	}

	private final Lines lines = new Lines();

	@ParameterizedTest
	@CsvSource({"ESP32_BOOT,dtr RTS DTR rts dtr", "ESP32_RESET,dtr RTS rts", "DTR_PULSE,dtr DTR", "RTS_PULSE,rts RTS"})
	void movesTheLines(LinePreset preset, String steps) throws BenchException {
		preset.run(lines, CancelToken.none());
		assertEquals(steps, String.join(" ", lines.steps));
	}

	@ParameterizedTest
	@EnumSource
	void leavesTheLinesAsTheyWereWhereItIsCancelled(LinePreset preset) {
		final var token = new CancelToken();
		lines.atStep = token::cancel;
		assertTrue(assertThrows(BenchException.class, () -> preset.run(lines, token)).isCancelled());
		assertTrue(lines.dtr && lines.rts, lines.steps::toString);
	}

	@Test
	void touchesNothingWhereItIsCancelledBefore() {
		final var token = new CancelToken();
		token.cancel();
		assertThrows(BenchException.class, () -> LinePreset.ESP32_BOOT.run(lines, token));
		assertEquals(List.of(), lines.steps);
	}

	@Test
	void restoresALineWhereTheOtherFails() {
		final var token = new CancelToken();
		lines.atStep = () -> {
			lines.dtrFails = true;
			token.cancel();
		};
		final var error = assertThrows(BenchException.class, () -> LinePreset.RTS_PULSE.run(lines, token));
		assertTrue(error.isCancelled());
		assertEquals(List.of("rts", "RTS"), lines.steps);
		assertEquals(1, error.getSuppressed().length);
	}
}
