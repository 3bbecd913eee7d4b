package dev.benchtop.storage.opendal;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** Names of keys. */
final class Keys {

	private Keys() {
	}

	/** A name beside a file for what is not yet the file. */
	static String temporary(String key) {
		final byte[] random = new byte[6];
		ThreadLocalRandom.current().nextBytes(random);
		return sibling(key, ".benchtop-" + HexFormat.of().formatHex(random) + ".part"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static String sibling(String key, String name) {
		return key.substring(0, key.lastIndexOf('/') + 1) + name;
	}

	/** The folder that a key lies in; empty for the root. */
	static String parent(String key) {
		return key.substring(0, Math.max(0, key.lastIndexOf('/')));
	}

	/** A folder as OpenDAL names it. */
	static String folder(String key) {
		return key + '/'; // of the root too
	}
}
