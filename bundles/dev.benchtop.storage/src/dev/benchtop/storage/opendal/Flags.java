package dev.benchtop.storage.opendal;

import java.util.EnumMap;
import java.util.Map;

import org.apache.opendal.Capability;
import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;

/** What a service can do, by the flags that OpenDAL gives of it. */
final class Flags {

	private Flags() {
	}

	static Abilities of(String scheme, Capability flags) {
		final Map<Ability, String> missing = new EnumMap<>(Ability.class);
		final boolean remake = flags.copy && flags.delete;
		lacks(missing, Ability.READ, flags.read, Messages.Flags_read, scheme);
		lacks(missing, Ability.SEEK, flags.read, Messages.Flags_read, scheme);
		lacks(missing, Ability.WRITE, flags.write, Messages.Flags_write, scheme);
		lacks(missing, Ability.LIST, flags.list, Messages.Flags_list, scheme);
		lacks(missing, Ability.SCAN, flags.list, Messages.Flags_list, scheme);
		lacks(missing, Ability.CREATE_FOLDER, flags.createDir, Messages.Flags_folder, scheme);
		lacks(missing, Ability.COPY, flags.copy, Messages.Flags_copy, scheme);
		lacks(missing, Ability.RENAME, flags.rename || remake, Messages.Flags_rename, scheme);
		lacks(missing, Ability.DELETE, flags.delete, Messages.Flags_delete, scheme);
		lacks(missing, Ability.PRESIGN_READ, flags.presignRead, Messages.Flags_presign, scheme);
		lacks(missing, Ability.PRESIGN_WRITE, flags.presignWrite, Messages.Flags_presign, scheme);
		lacks(missing, Ability.PRESIGN_STAT, flags.presignStat, Messages.Flags_presign, scheme);
		return new Abilities(missing);
	}

	private static void lacks(Map<Ability, String> missing, Ability ability, boolean has, String reason, String scheme) {
		if (!has) {
			missing.put(ability, NLS.bind(reason, scheme));
		}
	}
}
