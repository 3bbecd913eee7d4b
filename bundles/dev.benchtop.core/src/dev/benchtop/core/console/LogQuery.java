package dev.benchtop.core.console;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What is looked for in a log. Immutable. */
public final class LogQuery {

	/** A part of a line, in characters. */
	public record Span(int start, int end) {
	}

	private final Pattern pattern;

	private LogQuery(Pattern pattern) {
		this.pattern = pattern;
	}

	/**
	 * A query for a text, or for what a regular expression finds.
	 *
	 * @throws PatternSyntaxException if it is none
	 */
	public static LogQuery of(String text, boolean regex, boolean matchCase) {
		final boolean ascii = text.chars().allMatch(c -> c < 0x80);
		final int folding = matchCase ? 0 : Pattern.CASE_INSENSITIVE | (ascii ? 0 : Pattern.UNICODE_CASE);
		return new LogQuery(Pattern.compile(text, (regex ? 0 : Pattern.LITERAL) | folding));
	}

	/** Where it stands in the text of a line, in order; an empty match is none, and what takes a regular expression too long is not found. */
	public List<Span> in(String text) {
		final var matcher = pattern.matcher(literal() ? text : new Effort(text));
		List<Span> spans = List.of();
		try {
			while (matcher.find()) {
				if (matcher.end() > matcher.start()) {
					spans = spans.isEmpty() ? new ArrayList<>() : spans;
					spans.add(new Span(matcher.start(), matcher.end()));
				}
			}
		} catch (Effort.Spent | StackOverflowError _) {
			return spans;
		}
		return spans;
	}

	/** What finds the lines in question; empty where any line may be one. */
	Optional<PatternShape> shape() {
		return PatternReader.read(pattern);
	}

	private boolean literal() {
		return (pattern.flags() & Pattern.LITERAL) != 0;
	}
}
