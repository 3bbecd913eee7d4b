package dev.benchtop.ui.console.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LineRendererTest {

	@Test
	void whatIsNoSignIsBlank() {
		assertEquals("**  B01\u00e9 ", LineRenderer.seen("**\0\u0018B01\u00e9\u0011"));
		assertEquals("U-Boot", LineRenderer.seen("U-Boot"));
	}
}
