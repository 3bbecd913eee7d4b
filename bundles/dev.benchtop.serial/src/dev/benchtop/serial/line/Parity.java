package dev.benchtop.serial.line;

/** The parity bit of a character. */
public enum Parity {
	NONE('N'), ODD('O'), EVEN('E'), MARK('M'), SPACE('S');

	private final char letter;

	Parity(char letter) {
		this.letter = letter;
	}

	/** As in {@code 8N1}. */
	public char letter() {
		return letter;
	}
}
