package dev.benchtop.ui.display;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import org.eclipse.swt.SWT;

/** Turns keys as SWT tells them into keys as a display takes them. */
final class SwtKeys {

	private static final int EXTENDED = 0x80;
	private static final int INSERT = 0xFF63;
	private static final Map<Integer, Stroke> KEYS = keys();
	/** Those that exist twice, as they are on the right side. */
	private static final Map<Integer, Stroke> RIGHT = Map.of(SWT.SHIFT, new Stroke(Keysyms.SHIFT_RIGHT, 0x36), SWT.CTRL,
			new Stroke(Keysyms.CONTROL_RIGHT, 0x1D | EXTENDED), SWT.ALT, new Stroke(Keysyms.ALT_RIGHT, 0x38 | EXTENDED), SWT.COMMAND,
			new Stroke(Keysyms.SUPER_RIGHT, 0x5C | EXTENDED));

	private SwtKeys() {
	}

	/**
	 * The key of a key event; empty where the event says nothing of it, as for one that only begins a composed character.
	 *
	 * @param keyCode that of the event
	 * @param location that of the event
	 * @param character that of the event
	 * @param control whether Ctrl is held, so that the character is none to be shown
	 */
	static Optional<Stroke> stroke(int keyCode, int location, char character, boolean control) {
		final var key = location == SWT.RIGHT && RIGHT.containsKey(keyCode) ? RIGHT.get(keyCode) : KEYS.get(keyCode);
		if (key != null) {
			return Optional.of(location == SWT.KEYPAD ? onKeypad(key) : key);
		}
		if ((keyCode & SWT.KEYCODE_BIT) != 0) {
			return Optional.empty();
		}
		final int meant = control || character < ' ' || character == SWT.DEL ? keyCode : character;
		if (meant == 0) {
			return Optional.empty();
		}
		return Optional.of(new Stroke(Keysyms.of(meant), UsKeyboard.place(keyCode).map(UsKeyboard.Place::scancode).orElse(0)));
	}

	/** Without Num Lock the keypad has the keys of the block beside it, at places and with meanings of their own. */
	private static Stroke onKeypad(Stroke key) {
		final int first = 0xFF50;
		final int last = 0xFF57;
		final int keypadFirst = 0xFF95;
		if (key.keysym() >= first && key.keysym() <= last) {
			return new Stroke(key.keysym() - first + keypadFirst, key.scancode() & ~EXTENDED);
		}
		return switch (key.keysym()) {
		case INSERT -> new Stroke(0xFF9E, 0x52);
		case Keysyms.DELETE -> new Stroke(0xFF9F, 0x53);
		default -> key;
		};
	}

	private static Map<Integer, Stroke> keys() {
		final Map<Integer, Stroke> keys = new HashMap<>();
		put(keys, SWT.ESC, Keysyms.ESCAPE, 0x01);
		put(keys, SWT.BS, Keysyms.BACKSPACE, 0x0E);
		put(keys, SWT.TAB, Keysyms.TAB, 0x0F);
		put(keys, SWT.CR, Keysyms.RETURN, 0x1C);
		put(keys, SWT.LF, Keysyms.RETURN, 0x1C);
		put(keys, SWT.DEL, Keysyms.DELETE, 0x53 | EXTENDED);
		put(keys, SWT.INSERT, INSERT, 0x52 | EXTENDED);
		put(keys, SWT.HOME, 0xFF50, 0x47 | EXTENDED);
		put(keys, SWT.ARROW_LEFT, 0xFF51, 0x4B | EXTENDED);
		put(keys, SWT.ARROW_UP, 0xFF52, 0x48 | EXTENDED);
		put(keys, SWT.ARROW_RIGHT, 0xFF53, 0x4D | EXTENDED);
		put(keys, SWT.ARROW_DOWN, 0xFF54, 0x50 | EXTENDED);
		put(keys, SWT.PAGE_UP, 0xFF55, 0x49 | EXTENDED);
		put(keys, SWT.PAGE_DOWN, 0xFF56, 0x51 | EXTENDED);
		put(keys, SWT.END, 0xFF57, 0x4F | EXTENDED);
		put(keys, SWT.PAUSE, 0xFF13, 0x46 | EXTENDED);
		put(keys, SWT.BREAK, 0xFF6B, 0x46 | EXTENDED);
		put(keys, SWT.PRINT_SCREEN, Keysyms.PRINT, 0x37 | EXTENDED);
		put(keys, SWT.SCROLL_LOCK, 0xFF14, 0x46);
		put(keys, SWT.NUM_LOCK, 0xFF7F, 0x45);
		put(keys, SWT.CAPS_LOCK, 0xFFE5, 0x3A);
		put(keys, SWT.SHIFT, Keysyms.SHIFT_LEFT, 0x2A);
		put(keys, SWT.CTRL, Keysyms.CONTROL_LEFT, 0x1D);
		put(keys, SWT.ALT, Keysyms.ALT_LEFT, 0x38);
		put(keys, SWT.ALT_GR, Keysyms.ALT_GR, 0x38 | EXTENDED);
		put(keys, SWT.COMMAND, Keysyms.SUPER_LEFT, 0x5B | EXTENDED);
		functionKeys(keys);
		keypad(keys);
		return keys;
	}

	private static void functionKeys(Map<Integer, Stroke> keys) {
		final int[] swt = {SWT.F1, SWT.F2, SWT.F3, SWT.F4, SWT.F5, SWT.F6, SWT.F7, SWT.F8, SWT.F9, SWT.F10, SWT.F11, SWT.F12, SWT.F13, SWT.F14, SWT.F15, SWT.F16,
				SWT.F17, SWT.F18, SWT.F19, SWT.F20};
		final int[] scancodes = {0x3B, 0x3C, 0x3D, 0x3E, 0x3F, 0x40, 0x41, 0x42, 0x43, 0x44, 0x57, 0x58, 0x5D, 0x5E, 0x5F, 0x55, 0x03 | EXTENDED, 0x77 | EXTENDED,
				0x04 | EXTENDED, 0x5A};
		for (int i = 0; i < swt.length; i++) {
			put(keys, swt[i], Keysyms.F1 + i, scancodes[i]);
		}
	}

	private static void keypad(Map<Integer, Stroke> keys) {
		final int[] digits = {SWT.KEYPAD_0, SWT.KEYPAD_1, SWT.KEYPAD_2, SWT.KEYPAD_3, SWT.KEYPAD_4, SWT.KEYPAD_5, SWT.KEYPAD_6, SWT.KEYPAD_7, SWT.KEYPAD_8,
				SWT.KEYPAD_9};
		final int[] scancodes = {0x52, 0x4F, 0x50, 0x51, 0x4B, 0x4C, 0x4D, 0x47, 0x48, 0x49};
		for (int i = 0; i < digits.length; i++) {
			put(keys, digits[i], 0xFFB0 + i, scancodes[i]);
		}
		put(keys, SWT.KEYPAD_MULTIPLY, 0xFFAA, 0x37);
		put(keys, SWT.KEYPAD_ADD, 0xFFAB, 0x4E);
		put(keys, SWT.KEYPAD_SUBTRACT, 0xFFAD, 0x4A);
		put(keys, SWT.KEYPAD_DECIMAL, 0xFFAE, 0x53);
		put(keys, SWT.KEYPAD_DIVIDE, 0xFFAF, 0x35 | EXTENDED);
		put(keys, SWT.KEYPAD_EQUAL, 0xFFBD, 0x59);
		put(keys, SWT.KEYPAD_CR, 0xFF8D, 0x1C | EXTENDED);
	}

	private static void put(Map<Integer, Stroke> keys, int keyCode, int keysym, int scancode) {
		keys.put(keyCode, new Stroke(keysym, scancode));
	}
}
