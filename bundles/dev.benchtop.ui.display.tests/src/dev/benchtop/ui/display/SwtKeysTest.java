package dev.benchtop.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.eclipse.swt.SWT;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keys from SWT to a display. */
final class SwtKeysTest {

	private static final Pattern KEYS = Pattern
			.compile("ARROW_(UP|DOWN|LEFT|RIGHT)|PAGE_(UP|DOWN)|KEYPAD_.+|F\\d+|HOME|END|INSERT|(CAPS|NUM|SCROLL)_LOCK|PAUSE|BREAK|PRINT_SCREEN");

	@ParameterizedTest
	@CsvSource({"a, a, 61, 1E", "a, A, 41, 1E", "1, 1, 31, 02", "1, !, 21, 02", "/, /, 2F, 35", "/, ?, 3F, 35", "\\, |, 7C, 2B", "`, ~, 7E, 29",
			"\u00f6, \u00d6, D6, 00", "\u20ac, \u20ac, 10020AC, 00"})
	void charactersAreWhatTheyMeanAndWhereTheyLie(char unshifted, char character, String keysym, String scancode) {
		assertEquals(stroke(keysym, scancode), SwtKeys.stroke(unshifted, 0, character, false));
	}

	@Test
	void withControlTheKeyCounts() {
		assertEquals(stroke("63", "2E"), SwtKeys.stroke('c', 0, '\u0003', true));
		assertEquals(stroke("64", "20"), SwtKeys.stroke('d', 0, '\u0004', true));
	}

	@Test
	void modifiersHaveSides() {
		assertEquals(stroke("FFE1", "2A"), SwtKeys.stroke(SWT.SHIFT, SWT.LEFT, '\0', false));
		assertEquals(stroke("FFE2", "36"), SwtKeys.stroke(SWT.SHIFT, SWT.RIGHT, '\0', false));
		assertEquals(stroke("FFE4", "9D"), SwtKeys.stroke(SWT.CTRL, SWT.RIGHT, '\0', false));
		assertEquals(stroke("FE03", "B8"), SwtKeys.stroke(SWT.ALT_GR, 0, '\0', false));
	}

	@Test
	void keypadIsApartFromTheKeysThatMeanTheSame() {
		assertEquals(stroke("FFB7", "47"), SwtKeys.stroke(SWT.KEYPAD_7, SWT.KEYPAD, '7', false));
		assertEquals(stroke("FF95", "47"), SwtKeys.stroke(SWT.HOME, SWT.KEYPAD, '\0', false));
		assertEquals(stroke("FF50", "C7"), SwtKeys.stroke(SWT.HOME, 0, '\0', false));
		assertEquals(stroke("FF9F", "53"), SwtKeys.stroke(SWT.DEL, SWT.KEYPAD, SWT.DEL, false));
		assertEquals(stroke("FF8D", "9C"), SwtKeys.stroke(SWT.KEYPAD_CR, SWT.KEYPAD, '\r', false));
	}

	@Test
	void everyKeyOfSwtHasAKeysymAndAPlace() {
		final var keys = Arrays.stream(SWT.class.getFields()).filter(field -> KEYS.matcher(field.getName()).matches()).toList();
		assertTrue(keys.size() > 45, keys.size() + " keys");
		final var missing = keys.stream().filter(key -> SwtKeys.stroke(value(key), 0, '\0', false).filter(stroke -> stroke.scancode() != 0).isEmpty()).toList();
		assertEquals(List.of(), missing);
	}

	@Test
	void functionKeysAreInARow() {
		assertTrue(IntStream.range(0, 20).allMatch(i -> SwtKeys.stroke(SWT.F1 + i, 0, '\0', false).orElseThrow().keysym() == 0xFFBE + i));
	}

	@Test
	void keyThatBeginsAComposedCharacterIsNone() {
		assertEquals(Optional.empty(), SwtKeys.stroke(0, 0, '\0', false));
		assertEquals(stroke("E2", "0"), SwtKeys.stroke(0, 0, '\u00e2', false), "and what it becomes is a character");
	}

	private static int value(Field field) {
		try {
			return field.getInt(null);
		} catch (IllegalAccessException e) {
			throw new IllegalStateException(e);
		}
	}

	private static Optional<Stroke> stroke(String keysym, String scancode) {
		return Optional.of(new Stroke(Integer.parseInt(keysym, 16), Integer.parseInt(scancode, 16)));
	}
}
