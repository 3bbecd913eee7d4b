package dev.benchtop.core.console.modem;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NewlineTest {

	private static String translate(Newline newline, String text, boolean afterCr) {
		return new String(newline.translate(text.getBytes(StandardCharsets.ISO_8859_1), afterCr), StandardCharsets.ISO_8859_1);
	}

	@ParameterizedTest
	@EnumSource
	void makesAllEndsOfLinesOne(Newline newline) {
		final String end = switch (newline) {
			case KEEP -> "";
			case CR -> "\r";
			case LF -> "\n";
			case CRLF -> "\r\n";
		};
		final String text = "a\nb\r\nc\rd\n\n\r\r\ne";
		assertEquals(newline == Newline.KEEP ? text : "a.b.c.d....e".replace(".", end), translate(newline, text, false));
		assertEquals(newline == Newline.KEEP ? "\nx" : "x", translate(newline, "\nx", true));
	}
}
