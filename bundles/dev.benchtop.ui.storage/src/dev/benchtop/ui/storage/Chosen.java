package dev.benchtop.ui.storage;

import java.util.List;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;

/**
 * What is selected, and where.
 *
 * @param targets what is selected
 * @param folder where something new would go; empty while none is open
 * @param abilities of the storage
 */
record Chosen(List<Target> targets, Optional<Place> folder, Abilities abilities) {

	static final Chosen NOTHING = new Chosen(List.of(), Optional.empty(), Abilities.all());

	List<Place> places() {
		return targets.stream().map(Target::place).toList();
	}

	Target first() {
		return targets.getFirst();
	}

	/** Why nothing can be done with it that needs something selected below the root of a storage. */
	Optional<String> noTargets() {
		return targets.isEmpty() ? Optional.of(Messages.Chosen_nothing)
				: targets.stream().anyMatch(Target::root) ? Optional.of(Messages.Chosen_root) : Optional.empty();
	}

	/** Why it is not one file. */
	Optional<String> notOneFile() {
		return targets.size() != 1 ? Optional.of(targets.isEmpty() ? Messages.Chosen_nothing : Messages.Chosen_several)
				: first().folder() ? Optional.of(Messages.Chosen_isFolder) : Optional.empty();
	}

	Optional<String> nothing() {
		return targets.isEmpty() ? Optional.of(Messages.Chosen_nothing) : Optional.empty();
	}

	Optional<String> notOne() {
		return targets.size() == 1 ? Optional.empty() : Optional.of(targets.isEmpty() ? Messages.Chosen_nothing : Messages.Chosen_several);
	}

	Optional<String> noFolder() {
		return folder.isEmpty() ? Optional.of(Messages.Chosen_noFolder) : Optional.empty();
	}

	Optional<String> cannot(Ability ability) {
		return abilities.whyNot(ability);
	}
}
