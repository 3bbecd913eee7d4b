package dev.benchtop.core.console;

/** A text that can be looked at so many times: a regular expression that tries one way after the other comes to an end. */
final class Effort implements CharSequence {

	/** It was looked at too often. */
	static final class Spent extends RuntimeException {
		private static final long serialVersionUID = 1;

		private Spent() {
			super(null, null, false, false);
		}
	}

	private static final int LEAST = 100_000;
	private static final int LOOKS = 50;

	private final String text;
	private int left;

	Effort(String text) {
		this.text = text;
		left = LEAST + LOOKS * text.length();
	}

	@Override
	public int length() {
		return text.length();
	}

	@Override
	public char charAt(int index) {
		if (--left < 0) {
			throw new Spent();
		}
		return text.charAt(index);
	}

	@Override
	public CharSequence subSequence(int start, int end) {
		return text.subSequence(start, end);
	}

	@Override
	public String toString() {
		return text;
	}
}
