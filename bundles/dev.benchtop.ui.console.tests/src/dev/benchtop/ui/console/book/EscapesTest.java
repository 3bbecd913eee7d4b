package dev.benchtop.ui.console.book;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.Test;

class EscapesTest {

	@Test
	void escapesStandForBytes() {
		assertArrayEquals(new byte[] {3, '\r', '\n', '\t', 0x1b, '\\', (byte) 0xff}, Escapes.bytes("\\x03\\r\\n\\t\\e\\\\\\xFf"));
	}

	@Test
	void whatIsNoEscapeIsSentAsItIs() {
		for (final String text : new String[] {"a\\qb", "\\x1", "\\xzz", "end\\", "\u00e4\ud83d\ude00"}) {
			assertArrayEquals(text.getBytes(StandardCharsets.UTF_8), Escapes.bytes(text), text);
		}
	}
}
