package dev.benchtop.ui.storage;

import java.nio.file.Path;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;

/**
 * A folder whose storage has been made.
 *
 * @param abilities what can be done in its storage
 */
record OpenFolder(Place place, Path path, Abilities abilities) {

	/** What can be done with the files of this computer. */
	static final Abilities COMPUTER = Abilities.all().without(Ability.PRESIGN_READ, Messages.OpenFolder_noUrl)
			.without(Ability.PRESIGN_WRITE, Messages.OpenFolder_noUrl).without(Ability.PRESIGN_STAT, Messages.OpenFolder_noUrl);
}
