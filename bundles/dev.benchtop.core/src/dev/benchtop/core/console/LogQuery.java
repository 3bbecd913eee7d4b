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

	/** A shorter text is in so many lines that the shape of the pattern around it says more. */
	private static final int LONG = 4;
	/** A shorter text is found no faster than a pattern. */
	private static final int SHORTEST = 2;

	private final Pattern pattern;
	private final String required;
	private final boolean matchCase;

	private LogQuery(Pattern pattern, String required, boolean matchCase) {
		this.pattern = pattern;
		this.required = required;
		this.matchCase = matchCase;
	}

	/**
	 * A query for a text, or for what a regular expression finds.
	 *
	 * @throws PatternSyntaxException if it is none
	 */
	public static LogQuery of(String text, boolean regex, boolean matchCase) {
		final boolean ascii = text.chars().allMatch(c -> c < 0x80);
		final int folding = matchCase ? 0 : Pattern.CASE_INSENSITIVE | (ascii ? 0 : Pattern.UNICODE_CASE);
		final var pattern = Pattern.compile(text, (regex ? 0 : Pattern.LITERAL) | folding);
		final String required = regex ? RequiredText.ofPattern(text) : RequiredText.ofLiteral(text);
		return new LogQuery(pattern, ascii || matchCase ? required : "", matchCase); //$NON-NLS-1$
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

	/** What finds the lines in question, for one thread; empty where any line may be one. */
	Optional<Sieve> sieve() {
		final Optional<Sieve> shape = literal() || required.length() >= LONG ? Optional.empty() : PatternReader.read(pattern).map(PatternSieve::new);
		return shape.or(() -> required.length() < SHORTEST ? Optional.empty() : Optional.of(new Needle(required, matchCase)));
	}

	private boolean literal() {
		return (pattern.flags() & Pattern.LITERAL) != 0;
	}
}
