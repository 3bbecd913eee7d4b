package dev.benchtop.core.console;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Reads the shape of a regular expression. */
final class PatternReader {

	/** A part of the expression: whether it may be nothing at all, and with which signs it begins and ends. */
	private record Part(boolean empty, BitSet first, BitSet last) {
	}

	private static final class Unknown extends Exception {
		private static final long serialVersionUID = 1;
	}

	private static final int MOST_SIGNS = 1000;
	/** What comes more often than that may come any number of times. */
	private static final int MOST_TIMES = 40;
	private static final int ANY_NUMBER = Integer.MAX_VALUE;
	private static final String FOLDED = "(?i)"; //$NON-NLS-1$
	private static final Part NOTHING = new Part(true, new BitSet(), new BitSet());

	private final String regex;
	private final int flags;
	/** For each character of ASCII, and then for any other, the signs that stand for it. */
	private final List<BitSet> matching = new ArrayList<>();
	private final List<BitSet> following = new ArrayList<>();
	private final Map<String, BitSet> known = new HashMap<>();
	private int at;

	private PatternReader(Pattern pattern) {
		final boolean folded = (pattern.flags() & Pattern.LITERAL) == 0 && pattern.pattern().startsWith(FOLDED);
		regex = pattern.pattern();
		at = folded ? FOLDED.length() : 0;
		flags = pattern.flags() | (folded ? Pattern.CASE_INSENSITIVE : 0);
		for (int c = 0; c <= PatternShape.OTHER; c++) {
			matching.add(new BitSet());
		}
	}

	/** Empty where it has parts that are not known here. */
	static Optional<PatternShape> read(Pattern pattern) {
		final var reader = new PatternReader(pattern);
		try {
			final Part all = reader.all();
			return Optional.of(new PatternShape(reader.matching, reader.following, all.first(), all.last()));
		} catch (Unknown | PatternSyntaxException _) {
			return Optional.empty();
		}
	}

	private Part all() throws Unknown {
		final Part all = (flags & Pattern.LITERAL) == 0 ? alternatives() : characters(regex.length());
		require(at == regex.length());
		return all;
	}

	/** All that is written until there stands for itself. */
	private Part characters(int end) throws Unknown {
		Part part = NOTHING;
		while (at < end) {
			part = join(part, written(at + Character.charCount(regex.codePointAt(at))));
		}
		return part;
	}

	private Part alternatives() throws Unknown {
		Part part = sequence();
		while (next('|')) {
			final Part other = sequence();
			part = new Part(part.empty() || other.empty(), union(part.first(), other.first()), union(part.last(), other.last()));
		}
		return part;
	}

	private Part sequence() throws Unknown {
		Part part = NOTHING;
		while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
			part = join(part, repeated());
		}
		return part;
	}

	private Part repeated() throws Unknown {
		final int begin = at;
		final Part once = atom();
		if (next('?')) {
			return lazy(optional(once));
		} else if (next('*')) {
			return lazy(optional(loop(once)));
		} else if (next('+')) {
			return lazy(loop(once));
		} else if (next('{')) {
			final int close = regex.indexOf('}', at);
			final String[] range = regex.substring(at, Math.max(at, close)).split(",", -1); //$NON-NLS-1$
			final int least = number(range[0]);
			final int most = range.length == 1 ? least : range[1].isEmpty() ? ANY_NUMBER : number(range[1]);
			final Part times = times(begin, Math.min(least, MOST_TIMES), most);
			at = close + 1;
			return lazy(times);
		}
		return once;
	}

	private static int number(String digits) throws Unknown {
		try {
			return Integer.parseInt(digits);
		} catch (NumberFormatException _) {
			throw new Unknown();
		}
	}

	/** The atom that begins at a place, so many times; it is read anew for each time. */
	private Part times(int begin, int least, int most) throws Unknown {
		final boolean endless = most > MOST_TIMES;
		Part part = NOTHING;
		for (int i = 0; i < (endless ? least : most); i++) {
			at = begin;
			final Part once = atom();
			part = join(part, i < least ? once : optional(once));
		}
		if (endless) {
			at = begin;
			part = join(part, optional(loop(atom())));
		}
		return part;
	}

	/** Passes over the sign that says which way is tried first. */
	private Part lazy(Part part) {
		if (!next('?')) {
			next('+');
		}
		return part;
	}

	private Part atom() throws Unknown {
		final char c = regex.charAt(at);
		return switch (c) {
			case '(' -> group();
			case '[' -> written(classEnd());
			case '\\' -> escape();
			case '^', '$' -> {
				at++;
				yield NOTHING;
			}
			default -> written(at + Character.charCount(regex.codePointAt(at)));
		};
	}

	private Part group() throws Unknown {
		at++;
		boolean looks = false;
		if (next('?')) {
			if (!next(':') && !next('>')) {
				final boolean behind = next('<');
				looks = next('=') || next('!');
				if (!looks) {
					require(behind);
					at = regex.indexOf('>', at) + 1;
				}
			}
		}
		final Part part = alternatives();
		require(next(')'));
		return looks ? NOTHING : part;
	}

	private Part escape() throws Unknown {
		require(at + 1 < regex.length());
		final char c = regex.charAt(at + 1);
		if ("bBAGZz".indexOf(c) >= 0) { //$NON-NLS-1$
			at += 2;
			return NOTHING;
		}
		if (c >= '1' && c <= '9') {
			at = end(at + 1, regex.length(), digit -> digit >= '0' && digit <= '9');
			final var any = new BitSet();
			any.set(0, PatternShape.OTHER + 1);
			return loop(optional(sign(any))); // what a group found
		}
		require("kXRQEN".indexOf(c) < 0); //$NON-NLS-1$
		return written(switch (c) {
			case 'p', 'P', 'x' -> at + 2 < regex.length() && regex.charAt(at + 2) == '{' ? regex.indexOf('}', at) + 1 : at + (c == 'x' ? 4 : 3);
			case 'u' -> hexOf(at + 2);
			case 'c' -> at + 3;
			case '0' -> end(at + 2, at + 2 < regex.length() && regex.charAt(at + 2) <= '3' ? 3 : 2, digit -> digit >= '0' && digit <= '7');
			default -> at + 1 + Character.charCount(regex.codePointAt(at + 1));
		});
	}

	/** Half a character alone is not known: what comes behind both halves belongs to the two together. */
	private int hexOf(int from) throws Unknown {
		require(!regex.regionMatches(true, from, "d", 0, 1)); //$NON-NLS-1$
		return from + 4;
	}

	private int end(int from, int most, IntPredicate belongs) {
		int end = from;
		while (end < regex.length() && end < from + most && belongs.test(regex.charAt(end))) {
			end++;
		}
		return end;
	}

	/** A class of characters ends where it is one. */
	private int classEnd() throws Unknown {
		for (int end = regex.indexOf(']', at); end >= 0; end = regex.indexOf(']', end + 1)) {
			try {
				Pattern.compile(regex.substring(at, end + 1));
				return end + 1;
			} catch (PatternSyntaxException _) {
				continue;
			}
		}
		throw new Unknown();
	}

	/** The sign that is written from here to there. */
	private Part written(int end) throws Unknown {
		require(end <= regex.length() && end > at);
		final var characters = known.computeIfAbsent(regex.substring(at, end), this::charactersOf);
		at = end;
		return sign(characters);
	}

	private Part sign(BitSet characters) throws Unknown {
		final int sign = following.size();
		require(sign < MOST_SIGNS);
		following.add(new BitSet());
		for (int c = characters.nextSetBit(0); c >= 0; c = characters.nextSetBit(c + 1)) {
			matching.get(c).set(sign);
		}
		final var part = new Part(false, new BitSet(), new BitSet());
		part.first().set(sign);
		part.last().set(sign);
		return part;
	}

	/** The characters that what is written stands for. */
	private BitSet charactersOf(String written) {
		final var matcher = Pattern.compile(written, flags).matcher(""); //$NON-NLS-1$
		final var characters = new BitSet();
		for (char c = 0; c < PatternShape.OTHER; c++) {
			characters.set(c, matcher.reset(String.valueOf(c)).matches());
		}
		final boolean itself = written.length() == 1 && written.charAt(0) < PatternShape.OTHER && written.charAt(0) != '.' && (flags & Pattern.UNICODE_CASE) == 0;
		characters.set(PatternShape.OTHER, !itself);
		return characters;
	}

	private Part join(Part one, Part next) {
		one.last().stream().forEach(each -> following.get(each).or(next.first()));
		return new Part(one.empty() && next.empty(), one.empty() ? union(one.first(), next.first()) : one.first(),
				next.empty() ? union(one.last(), next.last()) : next.last());
	}

	private Part loop(Part part) {
		part.last().stream().forEach(each -> following.get(each).or(part.first()));
		return part;
	}

	private static Part optional(Part part) {
		return new Part(true, part.first(), part.last());
	}

	private static BitSet union(BitSet one, BitSet other) {
		final var all = (BitSet) one.clone();
		all.or(other);
		return all;
	}

	private boolean next(char c) {
		if (at < regex.length() && regex.charAt(at) == c) {
			at++;
			return true;
		}
		return false;
	}

	private static void require(boolean holds) throws Unknown {
		if (!holds) {
			throw new Unknown();
		}
	}
}
