package dev.benchtop.core.console;

/**
 * The longest run of ASCII characters without which a query cannot be found. It is looked for in the bytes first, as that is many times faster.
 */
final class RequiredText {

	/** The letters of escapes that go on behind them: numbers, names and classes of characters, groups. */
	private static final String LONG = "xu0cpPNk123456789"; //$NON-NLS-1$

	private final StringBuilder run = new StringBuilder();
	private String longest = ""; //$NON-NLS-1$

	private RequiredText() {
	}

	static String ofLiteral(String text) {
		final var required = new RequiredText();
		text.chars().forEach(c -> required.add((char) c));
		return required.end();
	}

	/** Of a regular expression: only what stands outside of groups and alternatives; nothing where its flags may change within. */
	static String ofPattern(String regex) {
		return regex.contains("|") || regex.contains("(?") || regex.contains("\\Q") ? "" : new RequiredText().read(regex); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
	}

	private String read(String regex) {
		int depth = 0;
		for (int i = 0; i < regex.length(); i++) {
			final char c = regex.charAt(i);
			switch (c) {
				case '\\' -> i = escape(regex, i + 1, depth);
				case '[' -> {
					endRun();
					i = classEnd(regex, i + 1);
				}
				case '(' -> {
					endRun();
					depth++;
				}
				case ')' -> {
					endRun();
					depth--;
				}
				case '?', '*', '{' -> {
					run.setLength(Math.max(0, run.length() - 1));
					endRun();
					i = c == '{' ? Math.max(i, regex.indexOf('}', i)) : i;
				}
				case '+', '.', '^', '$' -> endRun();
				default -> {
					if (depth == 0) {
						add(c);
					}
				}
			}
		}
		return end();
	}

	/** An escaped sign stands for itself, an escaped letter for something else, at times with more behind it. */
	private int escape(String regex, int at, int depth) {
		final char c = at < regex.length() ? regex.charAt(at) : 'z';
		if (Character.isLetterOrDigit(c)) {
			endRun();
			return LONG.indexOf(c) >= 0 ? afterLongEscape(regex, at) : at;
		}
		if (depth == 0) {
			add(c);
		}
		return at;
	}

	/** Passes over what may belong to an escape of several characters. */
	private static int afterLongEscape(String regex, int at) {
		int end = at;
		while (end + 1 < regex.length() && (Character.isLetterOrDigit(regex.charAt(end + 1)) || "{}<>".indexOf(regex.charAt(end + 1)) >= 0)) { //$NON-NLS-1$
			end++;
		}
		return end;
	}

	private static int classEnd(String regex, int from) {
		int depth = 1;
		final int first = regex.startsWith("^", from) ? from + 1 : from; //$NON-NLS-1$
		for (int i = first; i < regex.length(); i++) {
			final char c = regex.charAt(i);
			if (c == '\\') {
				i++;
			} else if (c == '[') {
				depth++;
			} else if (c == ']' && i > first && --depth == 0) {
				return i;
			}
		}
		return regex.length();
	}

	private void add(char c) {
		if (c > 0x7e || c < ' ') {
			endRun();
		} else {
			run.append(c);
		}
	}

	private void endRun() {
		if (run.length() > longest.length()) {
			longest = run.toString();
		}
		run.setLength(0);
	}

	private String end() {
		endRun();
		return longest;
	}
}
