package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinesMenuTest {

	@ParameterizedTest
	@ValueSource(strings = {"50", " 115200 ", "74880", "4000000"})
	void anySpeedMayBeGiven(String text) {
		assertNull(LinesMenu.whyNoBaudRate(text));
	}

	@ParameterizedTest
	@ValueSource(strings = {"", "0", "-9600", "fast", "9600.5", "99999999999"})
	void whatIsNoSpeedIsRefused(String text) {
		assertNotNull(LinesMenu.whyNoBaudRate(text));
	}
}
