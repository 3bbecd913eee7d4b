package dev.benchtop.ui.display;

/** Numbers of keys in X11 ({@code keysymdef.h}). */
final class Keysyms {

	static final int BACKSPACE = 0xFF08;
	static final int TAB = 0xFF09;
	static final int RETURN = 0xFF0D;
	static final int ESCAPE = 0xFF1B;
	static final int DELETE = 0xFFFF;
	static final int F1 = 0xFFBE;
	static final int PRINT = 0xFF61;
	static final int SHIFT_LEFT = 0xFFE1;
	static final int SHIFT_RIGHT = 0xFFE2;
	static final int CONTROL_LEFT = 0xFFE3;
	static final int CONTROL_RIGHT = 0xFFE4;
	static final int ALT_LEFT = 0xFFE9;
	static final int ALT_RIGHT = 0xFFEA;
	static final int SUPER_LEFT = 0xFFEB;
	static final int SUPER_RIGHT = 0xFFEC;
	static final int ALT_GR = 0xFE03;

	/** From here on a keysym is a Unicode character. */
	private static final int UNICODE = 0x01000000;

	private Keysyms() {
	}

	/** The keysym of a character: Latin-1 as it is, line ends and tabs as their keys, all others as Unicode. */
	static int of(int character) {
		return switch (character) {
		case '\b' -> BACKSPACE;
		case '\t' -> TAB;
		case '\r', '\n' -> RETURN;
		case 0x1B -> ESCAPE;
		case 0x7F -> DELETE;
		default -> character < 0x100 ? character : UNICODE | character;
		};
	}
}
