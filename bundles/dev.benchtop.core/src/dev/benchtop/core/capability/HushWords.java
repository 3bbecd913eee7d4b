package dev.benchtop.core.capability;

/** Words as U-Boot's shell takes them, hush, in whose quotes a backslash may vanish: it stands outside of them, where all hushes read two as one. */
public final class HushWords {

	private HushWords() {
	}

	/** One word, in quotes where it needs them. */
	public static String quoted(String word) {
		return ShellWords.isPlain(word) ? word : inQuotes(word);
	}

	/** One word in quotes, whatever is in it. */
	public static String inQuotes(String word) {
		return '\'' + word.replaceAll("['\\\\]", "'\\\\$0'") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}
}
