package dev.benchtop.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class EscapeKeysTest {

	private final EscapeKeys keys = new EscapeKeys();

	private EscapeKeys.Typed type(String text) {
		final byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
		return keys.type(bytes, bytes.length);
	}

	private static String sent(EscapeKeys.Typed typed) {
		return new String(typed.bytes(), StandardCharsets.ISO_8859_1);
	}

	@Test
	void allOtherKeysGoToTheBoard() {
		final var typed = type("ls\r\003\004\033[A\377");
		assertEquals("ls\r\003\004\033[A\377", sent(typed));
		assertNull(typed.key());
	}

	@Test
	void leavesWithCtrlAX() {
		assertEquals(EscapeKeys.Key.LEAVE, type("\001x").key());
		assertEquals(EscapeKeys.Key.LEAVE, type("\001X").key());
		assertEquals(EscapeKeys.Key.LEAVE, type("\001\030").key());
	}

	@Test
	void sendsWhatWasTypedBefore() {
		final var typed = type("halt\r\001xnever");
		assertEquals("halt\r", sent(typed));
		assertEquals(EscapeKeys.Key.LEAVE, typed.key());
	}

	@Test
	void knowsTheKeyWhereItComesInTwoReads() {
		assertNull(type("\001").key());
		assertEquals(EscapeKeys.Key.TAKE_OVER, type("t").key());
	}

	@Test
	void knowsTheKeysOfTheControlLines() {
		assertEquals(EscapeKeys.Key.BREAK, type("\001b").key());
		assertEquals(EscapeKeys.Key.DTR, type("\001d").key());
		assertEquals(EscapeKeys.Key.RTS, type("\001r").key());
	}

	@Test
	void sendsCtrlAForTwo() {
		assertEquals("\001b", sent(type("\001\001b")));
	}

	@Test
	void sendsBothWhereTheSecondKeyMeansNothing() {
		assertEquals("\001q", sent(type("\001q")));
	}
}
