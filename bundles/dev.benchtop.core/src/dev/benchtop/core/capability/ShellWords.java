package dev.benchtop.core.capability;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Words as a POSIX shell takes them (IEEE 1003.1, 2.2). */
public final class ShellWords {

	private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./-]+"); //$NON-NLS-1$

	private ShellWords() {
	}

	/** A command line that the shell takes for these words. */
	public static String quoted(List<String> words) {
		return words.stream().map(ShellWords::quoted).collect(Collectors.joining(" ")); //$NON-NLS-1$
	}

	/** One word, in quotes where it needs them. */
	public static String quoted(String word) {
		return isPlain(word) ? word : inQuotes(word);
	}

	/** One word in quotes, whatever is in it. */
	public static String inQuotes(String word) {
		return '\'' + word.replace("'", "'\\''") + '\''; //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** Whether no shell finds more in it than the word itself. */
	static boolean isPlain(String word) {
		return PLAIN.matcher(word).matches();
	}
}
