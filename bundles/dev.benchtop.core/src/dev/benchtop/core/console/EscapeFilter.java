package dev.benchtop.core.console;

/** Takes the escape sequences of terminals (ECMA-48) and other control characters that are not seen out of a text that comes in pieces. */
final class EscapeFilter {

	/** Where in a sequence it is. */
	enum State {
		TEXT, ESCAPE, INTERMEDIATE, CONTROL, STRING, STRING_ESCAPE
	}

	private static final char ESC = 0x1b;
	private static final char BEL = 0x07;

	private State state = State.TEXT;

	/** What is left of the next piece. */
	String pass(String piece) {
		final var text = new StringBuilder(piece.length());
		for (int i = 0; i < piece.length(); i++) {
			final char c = piece.charAt(i);
			if (state == State.TEXT && isText(c)) {
				text.append(c);
			}
			state = next(state, c);
		}
		return text.toString();
	}

	/** Whether it is seen, or moves what is. */
	static boolean isText(char c) {
		return c >= ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\b';
	}

	static State next(State state, char c) {
		return switch (state) {
			case TEXT -> c == ESC ? State.ESCAPE : State.TEXT;
			case ESCAPE -> switch (c) {
				case '[' -> State.CONTROL;
				case ']', 'P', 'X', '^', '_' -> State.STRING;
				default -> c >= ' ' && c <= '/' ? State.INTERMEDIATE : c == ESC ? State.ESCAPE : State.TEXT;
			};
			case INTERMEDIATE -> c >= ' ' && c <= '/' ? State.INTERMEDIATE : State.TEXT;
			case CONTROL -> c >= '@' && c <= '~' ? State.TEXT : c == ESC ? State.ESCAPE : State.CONTROL;
			case STRING -> c == ESC ? State.STRING_ESCAPE : c == BEL || c == '\n' ? State.TEXT : State.STRING;
			case STRING_ESCAPE -> c == '\\' ? State.TEXT : State.STRING;
		};
	}
}
