package dev.benchtop.ui.display;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where characters lie on the keyboard of the United States, for which boards are set up until somebody changes that. */
final class UsKeyboard {

	/** A place on the keyboard, and whether Shift is held for the character. */
	record Place(int scancode, boolean shift) {
	}

	/** Keys beside each other: the scancode of the first, and their characters without and with Shift. */
	private record Row(int first, String plain, String shifted) {

		Row(int first, String only) {
			this(first, only, only);
		}
	}

	private static final List<Row> ROWS = List.of(new Row(0x02, "1234567890-=", "!@#$%^&*()_+"), //$NON-NLS-1$ //$NON-NLS-2$
			new Row(0x10, "qwertyuiop[]", "QWERTYUIOP{}"), //$NON-NLS-1$ //$NON-NLS-2$
			new Row(0x1E, "asdfghjkl;'`", "ASDFGHJKL:\"~"), //$NON-NLS-1$ //$NON-NLS-2$
			new Row(0x2B, "\\zxcvbnm,./", "|ZXCVBNM<>?"), //$NON-NLS-1$ //$NON-NLS-2$
			new Row(0x39, " "), new Row(0x0F, "\t"), new Row(0x1C, "\n"), new Row(0x0E, "\b"), new Row(0x01, "\u001B")); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$ //$NON-NLS-5$

	private static final Map<Integer, Place> PLACES = places();

	private UsKeyboard() {
	}

	/** Where a character lies; empty where that keyboard does not have it. */
	static Optional<Place> place(int character) {
		return Optional.ofNullable(PLACES.get(character));
	}

	private static Map<Integer, Place> places() {
		final Map<Integer, Place> places = new HashMap<>();
		for (final var row : ROWS) {
			put(places, row.first(), row.shifted(), true);
			put(places, row.first(), row.plain(), false);
		}
		return places;
	}

	private static void put(Map<Integer, Place> places, int first, String characters, boolean shift) {
		for (int i = 0; i < characters.length(); i++) {
			places.put((int) characters.charAt(i), new Place(first + i, shift));
		}
	}
}
