package dev.benchtop.core.capability;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a storage can do, and why it cannot do the rest.
 *
 * @param missing the reason for each ability that it lacks, a sentence without a full stop: {@code HTTP servers take no uploads}
 */
public record Abilities(Map<Ability, String> missing) {

	public Abilities {
		missing = missing.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(missing));
	}

	/** All abilities. */
	public static Abilities all() {
		return new Abilities(Map.of());
	}

	/** These without one more. */
	public Abilities without(Ability ability, String reason) {
		final Map<Ability, String> more = new EnumMap<>(Ability.class);
		more.putAll(missing);
		more.put(ability, reason);
		return new Abilities(more);
	}

	public boolean can(Ability ability) {
		return !missing.containsKey(ability);
	}

	/** Why it cannot do that; empty where it can. */
	public Optional<String> whyNot(Ability ability) {
		return Optional.ofNullable(missing.get(ability));
	}

	/** All that it can do. */
	public Set<Ability> present() {
		final var present = EnumSet.allOf(Ability.class);
		present.removeAll(missing.keySet());
		return present;
	}
}
