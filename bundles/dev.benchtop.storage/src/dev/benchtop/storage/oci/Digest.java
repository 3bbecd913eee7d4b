package dev.benchtop.storage.oci;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;

/**
 * What a blob is addressed by (OCI image specification, descriptor).
 *
 * @param algorithm {@code sha256} or {@code sha512}
 * @param hex in lower case
 */
record Digest(String algorithm, String hex) {

	private static final Pattern FORM = Pattern.compile("(sha256):([a-f0-9]{64})|(sha512):([a-f0-9]{128})"); //$NON-NLS-1$

	static Digest parse(String text) throws BackendException {
		final var form = FORM.matcher(text);
		if (!form.matches()) {
			throw new BackendException(BackendException.Kind.FAILED, NLS.bind(Messages.Digest_wrong, text));
		}
		return form.group(1) != null ? new Digest(form.group(1), form.group(2)) : new Digest(form.group(3), form.group(4));
	}

	/** The digest of content that lies in memory, by SHA-256. */
	static Digest of(byte[] content) {
		final MessageDigest hash = new Digest("sha256", "").hash(); //$NON-NLS-1$ //$NON-NLS-2$
		return new Digest("sha256", HexFormat.of().formatHex(hash.digest(content))); //$NON-NLS-1$
	}

	/** Whether content that lies in memory has it. */
	boolean fits(byte[] content) {
		return isResult(hash().digest(content));
	}

	/** Whether a computation that is over came to it. */
	boolean isResult(byte[] result) {
		return HexFormat.of().formatHex(result).equals(hex);
	}

	/** A new computation of this kind of digest. */
	MessageDigest hash() {
		try {
			return MessageDigest.getInstance(algorithm.equals("sha512") ? "SHA-512" : "SHA-256"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public String toString() {
		return algorithm + ':' + hex;
	}
}
