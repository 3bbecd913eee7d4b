package dev.benchtop.ui.console.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogFaceTest {

	@Test
	void tabsReachToTheNextStop() {
		assertEquals(0, LogFace.cell("a\tb", 0));
		assertEquals(8, LogFace.cell("a\tb", 2));
		assertEquals(9, LogFace.cell("a\tb", 3));
		assertEquals(16, LogFace.cell("12345678\t", 9));
	}

	@Test
	void aCellBelongsToACharacter() {
		assertEquals(0, LogFace.column("a\tb", 0));
		assertEquals(1, LogFace.column("a\tb", 5));
		assertEquals(2, LogFace.column("a\tb", 8));
		assertEquals(3, LogFace.column("a\tb", 99));
		assertEquals(0, LogFace.column("", 7));
	}
}
