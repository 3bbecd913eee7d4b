package dev.benchtop.core.console;

import java.nio.charset.StandardCharsets;

/** What is read of the bytes of one line. */
final class LineText {

	/** Stands for a carriage return in the middle of a line. */
	private static final char RETURN = '\u240d';

	private LineText() {
	}

	/** The text of a line; {@code clean} where it has no control characters but tabs and those of its end. */
	static String of(byte[] bytes, int from, int length, boolean clean) {
		int begin = from;
		int end = from + length;
		while (end > begin && (bytes[end - 1] == '\n' || bytes[end - 1] == '\r')) {
			end--;
		}
		while (begin < end && bytes[begin] == '\r') {
			begin++;
		}
		final String text = new String(bytes, begin, end - begin, StandardCharsets.UTF_8);
		return clean && text.indexOf('\r') < 0 ? text : plain(new EscapeFilter().pass(text));
	}

	/** Carries out the backspaces, and marks the carriage returns between what is said. */
	private static String plain(String text) {
		final var plain = new StringBuilder(text.length());
		boolean returned = false;
		for (int i = 0; i < text.length(); i++) {
			final char c = text.charAt(i);
			if (c == '\b') {
				plain.setLength(Math.max(0, plain.length() - 1));
			} else if (c == '\r') {
				returned = !plain.isEmpty();
			} else {
				if (returned) {
					plain.append(RETURN);
					returned = false;
				}
				plain.append(c);
			}
		}
		return plain.toString();
	}
}
