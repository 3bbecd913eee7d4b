package dev.benchtop.ui.console.terminal;

import java.util.Arrays;

/** What is said, without the control characters that a terminal passes over (ECMA-48, VT100); the widget would draw a box for each. */
final class ScreenBytes {

	/** Bell, backspace, tab, line feed, vertical tab, form feed, return, shift out and in, escape: one bit for each. */
	private static final int MEANT = 0b0000_1000_0000_0000_1111_1111_1000_0000;

	private ScreenBytes() {
	}

	/** A copy. */
	static byte[] of(byte[] said) {
		final var bytes = new byte[said.length];
		int length = 0;
		for (final byte each : said) {
			if (each < 0 || each >= ' ' || (MEANT >> each & 1) != 0) {
				bytes[length++] = each;
			}
		}
		return length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
	}
}
