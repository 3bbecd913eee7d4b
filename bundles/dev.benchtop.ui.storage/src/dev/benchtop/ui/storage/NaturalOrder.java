package dev.benchtop.ui.storage;

import java.util.Comparator;

/** Names as people order them: without regard to case, and {@code disk-2} before {@code disk-10}. */
final class NaturalOrder implements Comparator<String> {

	static final Comparator<String> INSTANCE = new NaturalOrder();

	private NaturalOrder() {
	}

	@Override
	public int compare(String one, String other) {
		int i = 0;
		int j = 0;
		while (i < one.length() && j < other.length()) {
			final char a = one.charAt(i);
			final char b = other.charAt(j);
			if (isDigit(a) && isDigit(b)) {
				final int endA = endOfNumber(one, i);
				final int endB = endOfNumber(other, j);
				final int order = compareNumbers(one, i, endA, other, j, endB);
				if (order != 0) {
					return order;
				}
				i = endA;
				j = endB;
			} else {
				final int order = Character.compare(fold(a), fold(b));
				if (order != 0) {
					return order;
				}
				i++;
				j++;
			}
		}
		final int rest = Integer.compare(one.length() - i, other.length() - j);
		return rest != 0 ? rest : one.compareTo(other);
	}

	private static int compareNumbers(String one, int startA, int endA, String other, int startB, int endB) {
		final int a = skipZeros(one, startA, endA);
		final int b = skipZeros(other, startB, endB);
		final int length = Integer.compare(endA - a, endB - b);
		return length != 0 ? length : one.substring(a, endA).compareTo(other.substring(b, endB));
	}

	private static int skipZeros(String text, int start, int end) {
		int at = start;
		while (at < end - 1 && text.charAt(at) == '0') {
			at++;
		}
		return at;
	}

	private static int endOfNumber(String text, int start) {
		int end = start;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

	private static char fold(char c) {
		return Character.toLowerCase(Character.toUpperCase(c));
	}
}
