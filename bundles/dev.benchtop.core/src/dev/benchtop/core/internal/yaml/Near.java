package dev.benchtop.core.internal.yaml;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

import org.eclipse.osgi.util.NLS;

/** Finds what somebody meant who wrote a name that is not known. */
public final class Near {

	private static final int LISTED = 12;
	private static final int BEGUN = 3;

	private Near() {
	}

	/** The rest of a sentence on an unknown name: {@code ; did you mean "x"?}, {@code ; known are a, b}, or nothing. */
	public static String hint(String name, Collection<String> known) {
		final var near = name(name, known);
		if (near.isPresent()) {
			return NLS.bind(Messages.didYouMean, near.get());
		}
		return known.isEmpty() || known.size() > LISTED ? "" //$NON-NLS-1$
				: NLS.bind(Messages.knownAre, known.stream().sorted().collect(Collectors.joining(", "))); //$NON-NLS-1$
	}

	/** The known name that is nearest, if one is near at all. */
	public static Optional<String> name(String name, Collection<String> known) {
		final int allowed = Math.max(1, Math.min(3, name.length() / 3));
		record Candidate(String name, int distance) {
		}
		final List<Candidate> candidates = known.stream().map(other -> new Candidate(other, distance(name, other))).toList();
		return candidates.stream().filter(candidate -> candidate.distance() <= allowed)
				.min(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name)).map(Candidate::name);
	}

	/** The number of letters to put in, take out, change or swap, whatever their case; one where a name is only begun. */
	private static int distance(String one, String other) {
		final String a = one.toLowerCase(Locale.ROOT);
		final String b = other.toLowerCase(Locale.ROOT);
		if (a.length() >= BEGUN && b.startsWith(a)) {
			return Math.min(1, Math.abs(a.length() - b.length()));
		}
		final var cost = new int[a.length() + 1][b.length() + 1];
		for (int i = 0; i <= a.length(); i++) {
			for (int j = 0; j <= b.length(); j++) {
				if (i == 0 || j == 0) {
					cost[i][j] = i + j;
					continue;
				}
				final int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
				cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
				if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
					cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
				}
			}
		}
		return cost[a.length()][b.length()];
	}
}
