package dev.benchtop.image.content;

import java.util.ResourceBundle;
import java.util.UUID;

import org.eclipse.osgi.util.NLS;

/** The words for types of partitions. */
final class PartitionTypes {

	private static final ResourceBundle NAMES = ResourceBundle.getBundle("dev.benchtop.image.content.partitiontypes"); //$NON-NLS-1$

	private PartitionTypes() {
	}

	static String mbr(int type) {
		final String code = String.format("%02x", type); //$NON-NLS-1$
		return name("mbr." + code, "0x" + code); //$NON-NLS-1$ //$NON-NLS-2$
	}

	static String gpt(UUID type) {
		return name("gpt." + type, type.toString()); //$NON-NLS-1$
	}

	private static String name(String key, String code) {
		return NAMES.containsKey(key) ? NAMES.getString(key) : NLS.bind(Messages.Types_unknown, code);
	}
}
