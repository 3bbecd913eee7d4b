package dev.benchtop.core.console;

import java.util.Arrays;

/** Finds a text of ASCII characters in bytes (Horspool's way: the byte under the needle's end says how far it moves on). */
final class Needle implements Sieve {

	private static final byte[] EXACT = folding(false);
	private static final byte[] FOLDED = folding(true);

	private final byte[] needle;
	private final byte[] fold;
	private final int[] skips = new int[256];

	Needle(String text, boolean matchCase) {
		fold = matchCase ? EXACT : FOLDED;
		needle = new byte[text.length()];
		Arrays.fill(skips, needle.length);
		for (int i = 0; i < needle.length; i++) {
			needle[i] = fold[text.charAt(i)];
		}
		for (int value = 0; value < 256; value++) {
			for (int i = 0; i < needle.length - 1; i++) {
				if (needle[i] == fold[value]) {
					skips[value] = needle.length - 1 - i;
				}
			}
		}
	}

	private static byte[] folding(boolean lower) {
		final var fold = new byte[256];
		for (int i = 0; i < 256; i++) {
			fold[i] = (byte) (lower && i >= 'A' && i <= 'Z' ? i + 'a' - 'A' : i);
		}
		return fold;
	}

	@Override
	public int find(byte[] bytes, int from, int to) {
		final int last = needle.length - 1;
		final byte end = needle[last];
		int at = from + last;
		while (at < to) {
			final int value = bytes[at] & 0xff;
			if (fold[value] == end && matches(bytes, at - last)) {
				return at - last;
			}
			at += skips[value];
		}
		return -1;
	}

	private boolean matches(byte[] bytes, int at) {
		for (int i = 0; i < needle.length - 1; i++) {
			if (fold[bytes[at + i] & 0xff] != needle[i]) {
				return false;
			}
		}
		return true;
	}
}
