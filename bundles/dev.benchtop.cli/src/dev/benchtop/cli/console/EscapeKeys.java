package dev.benchtop.cli.console;

import java.io.ByteArrayOutputStream;
import java.util.Map;

/** Finds the keys that are meant for us among those for the board: Ctrl-A and a second key. Ctrl-A twice sends one Ctrl-A. */
final class EscapeKeys {

	/** What is to be done. */
	enum Key {
		/** Ctrl-A X. */
		LEAVE,
		/** Ctrl-A T. */
		TAKE_OVER,
		/** Ctrl-A B. */
		BREAK,
		/** Ctrl-A D. */
		DTR,
		/** Ctrl-A R. */
		RTS
	}

	/** What came of some typing: the bytes for the board, and then the key, or null. */
	record Typed(byte[] bytes, Key key) {
	}

	private static final int CTRL_A = 1;
	private static final int WITHOUT_CTRL = 0x60;
	private static final Map<Character, Key> KEYS = Map.of('x', Key.LEAVE, 't', Key.TAKE_OVER, 'b', Key.BREAK, 'd', Key.DTR, 'r', Key.RTS);

	private boolean escaped;

	/** Takes typed bytes; what follows a key that is for us in the same chunk is dropped. */
	Typed type(byte[] chunk, int length) {
		final var bytes = new ByteArrayOutputStream(length);
		for (int i = 0; i < length; i++) {
			final int typed = chunk[i];
			if (!escaped) {
				escaped = typed == CTRL_A;
				if (!escaped) {
					bytes.write(typed);
				}
				continue;
			}
			escaped = false;
			if (typed == CTRL_A) {
				bytes.write(CTRL_A);
				continue;
			}
			final Key key = KEYS.get(letter(typed));
			if (key != null) {
				return new Typed(bytes.toByteArray(), key);
			}
			bytes.write(CTRL_A);
			bytes.write(typed);
		}
		return new Typed(bytes.toByteArray(), null);
	}

	private static char letter(int typed) {
		return (char) (typed < ' ' ? typed | WITHOUT_CTRL : Character.toLowerCase(typed));
	}
}
