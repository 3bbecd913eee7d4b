package dev.benchtop.ui.storage;

import dev.benchtop.core.capability.Ability;

/** What a storage can do, in words. */
final class AbilityWords {

	private AbilityWords() {
	}

	static String of(Ability ability) {
		return switch (ability) {
			case READ -> Messages.Ability_read;
			case SEEK -> Messages.Ability_seek;
			case WRITE -> Messages.Ability_write;
			case LIST -> Messages.Ability_list;
			case SCAN -> Messages.Ability_scan;
			case CREATE_FOLDER -> Messages.Ability_createFolder;
			case COPY -> Messages.Ability_copy;
			case RENAME -> Messages.Ability_rename;
			case DELETE -> Messages.Ability_delete;
			case PRESIGN_READ -> Messages.Ability_presignRead;
			case PRESIGN_WRITE -> Messages.Ability_presignWrite;
			case PRESIGN_STAT -> Messages.Ability_presignStat;
		};
	}
}
