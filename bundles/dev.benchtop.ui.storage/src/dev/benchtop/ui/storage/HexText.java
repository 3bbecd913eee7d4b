package dev.benchtop.ui.storage;

/** Bytes as offset, hexadecimal numbers and characters, sixteen a line. */
final class HexText {

	private static final int WIDTH = 16;
	private static final String DIGITS = "0123456789abcdef"; //$NON-NLS-1$

	private HexText() {
	}

	static String of(byte[] bytes) {
		final var text = new StringBuilder(bytes.length * 5);
		for (int at = 0; at < bytes.length; at += WIDTH) {
			line(text, bytes, at);
		}
		return text.toString();
	}

	private static void line(StringBuilder text, byte[] bytes, int at) {
		for (int shift = 28; shift >= 0; shift -= 4) {
			text.append(DIGITS.charAt(at >> shift & 15));
		}
		text.append(' ');
		for (int i = 0; i < WIDTH; i++) {
			if (i % 8 == 0) {
				text.append(' ');
			}
			if (at + i < bytes.length) {
				final int value = bytes[at + i];
				text.append(DIGITS.charAt(value >> 4 & 15)).append(DIGITS.charAt(value & 15)).append(' ');
			} else {
				text.append("   "); //$NON-NLS-1$
			}
		}
		text.append(' ');
		for (int i = at; i < Math.min(at + WIDTH, bytes.length); i++) {
			text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
		}
		text.append('\n');
	}
}
