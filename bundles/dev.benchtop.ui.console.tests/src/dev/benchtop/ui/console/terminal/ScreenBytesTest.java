package dev.benchtop.ui.console.terminal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class ScreenBytesTest {

	@Test
	void whatATerminalPassesOverIsLeftOut() {
		assertEquals("**B01\u00e9", shown("**\0\u0018B01\u00e9\u0011\u0006\u001a"));
	}

	@Test
	void allElseIsShown() {
		final String said = "\u001b[1mU-Boot\u001b[0m\t\u0007\b\u000b\f\u000e\u000f \u007f\u00e9\u20ac\r\n";
		assertEquals(said, shown(said));
	}

	private static String shown(String said) {
		return new String(ScreenBytes.of(said.getBytes(UTF_8)), UTF_8);
	}
}
