package dev.benchtop.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.benchtop.ui.display.Typist.Press;

/** The keys of a text. */
final class TypistTest {

	@Test
	void everyCharacterOfAsciiHasAKey() {
		final var text = new StringBuilder("\t\n");
		for (char character = ' '; character < 0x7F; character++) {
			text.append(character);
		}
		final var presses = Typist.presses(text.toString(), true);
		assertEquals(text.length(), presses.size());
		assertTrue(presses.stream().allMatch(press -> press.key().scancode() != 0));
		assertEquals(text.length() - 2, presses.stream().skip(2).map(press -> press.key().scancode() + " " + press.shift()).distinct().count());
	}

	@Test
	void lineEndsAreReturnOnce() {
		assertEquals(List.of(0xFF0D, 0xFF0D, 0xFF0D), Typist.presses("\r\n\n\r", true).stream().map(press -> press.key().keysym()).toList());
	}

	@Test
	void whatTheKeyboardLacksIsTypedWhereMeaningsCount() {
		assertEquals(List.of(new Press(new Stroke(0xE4, 0), false), new Press(new Stroke(0x0101F600, 0), false)), Typist.presses("\u00e4\ud83d\ude00", false));
		assertEquals(List.of(), Typist.presses("\u00e4", true));
	}
}
