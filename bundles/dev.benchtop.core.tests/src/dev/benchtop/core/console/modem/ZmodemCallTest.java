package dev.benchtop.core.console.modem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.console.modem.ZmodemCall.Direction;

class ZmodemCallTest {

	private final ZmodemCall call = new ZmodemCall();

	private boolean hear(String text) {
		return call.heard(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Test
	void hearsAProgramThatWaitsForAFile() {
		assertTrue(hear("$ rz\r\n***\030B0100000023be50\r\212\021"));
		assertEquals(Optional.of(Direction.BOARD_RECEIVES), call.direction());
	}

	@Test
	void hearsAProgramThatHasAFileInWhateverPieces() {
		boolean heard = false;
		for (final char value : "rz\r**\030B00000000000000\r\212\021".toCharArray()) {
			heard |= hear(String.valueOf(value));
		}
		assertTrue(heard);
		assertEquals(Optional.of(Direction.BOARD_SENDS), call.direction());
	}

	@Test
	void hearsThatTheProgramGaveUp() {
		assertTrue(hear("**\030B0100000023be50\r\212\021"));
		assertFalse(hear("\030\030\030\030 CCC"));
		assertTrue(hear("\030\030\030\030\030\030\030\030\030\030\b\b\b\b\b\b\b\b\b\b"));
		assertEquals(Optional.empty(), call.direction());
		assertFalse(hear("\030\030\030\030\030\030"));
	}

	@Test
	void takesNothingElseForIt() {
		assertFalse(hear("** B00 **\030B08 *\030B00 ****"));
		assertEquals(Optional.empty(), call.direction());
	}
}
