package dev.benchtop.image.copy;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every Java has. */
final class Sha256 {

	private Sha256() {
	}

	static MessageDigest begin() {
		try {
			return MessageDigest.getInstance("SHA-256"); //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	static String finish(MessageDigest digest) {
		return HexFormat.of().formatHex(digest.digest());
	}
}
