package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;

class LineEndingTest {

	@Test
	void enterSendsWhatTheBoardTakes() {
		assertSent("a\rb", LineEnding.CR);
		assertSent("a\nb", LineEnding.LF);
		assertSent("a\r\nb", LineEnding.CRLF);
	}

	private static void assertSent(String expected, LineEnding ending) {
		assertArrayEquals(FakeLine.bytes(expected), ending.translate(FakeLine.bytes("a\rb")), ending::name);
	}
}
