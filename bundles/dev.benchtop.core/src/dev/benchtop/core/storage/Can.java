package dev.benchtop.core.storage;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Storage;

/** What can be done at a location. */
final class Can {

	private Can() {
	}

	/** Why it cannot be done there; empty where it can, or only trying tells. */
	static Optional<String> whyNot(Location place, Ability ability) {
		return abilities(place).flatMap(all -> all.whyNot(ability));
	}

	/** Whether one path can be made of the other by the file system itself, for which the storage needs the ability. */
	static boolean inside(Location from, Location to, Ability ability) {
		return sameSystem(from.path(), to.path()) && whyNot(from, ability).isEmpty();
	}

	static boolean sameSystem(Path from, Path to) {
		return from.getFileSystem().equals(to.getFileSystem());
	}

	private static Optional<Abilities> abilities(Location place) {
		return place.storage().flatMap(node -> node.peek(Storage.class)).map(Storage::abilities);
	}
}
