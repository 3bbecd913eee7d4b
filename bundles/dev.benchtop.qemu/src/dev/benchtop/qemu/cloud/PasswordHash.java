package dev.benchtop.qemu.cloud;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

import org.apache.commons.codec.digest.DigestUtils;
import org.apache.commons.codec.digest.Sha2Crypt;

import dev.benchtop.core.Secret;

/** The form of a password that a board gets to see: that of its {@code /etc/shadow} (crypt(5), sha512crypt). */
final class PasswordHash {

	/** What cloud-init takes for a hash that was made before. */
	private static final Pattern HASH = Pattern.compile("\\$(1|2a|2y|5|6|y)(\\$[^$:\\s]+){2,}"); //$NON-NLS-1$
	private static final int SALT = 16;

	private PasswordHash() {
	}

	/**
	 * A password's hash; what is one already stays.
	 *
	 * @param purpose what the salt is made from, so that the same seed comes of the same board each time; nothing secret
	 */
	static String of(Secret password, String purpose) {
		final String text = password.reveal();
		if (HASH.matcher(text).matches()) {
			return text;
		}
		final String salt = Base64.getEncoder().encodeToString(DigestUtils.sha256(purpose)).replace('+', '.').substring(0, SALT);
		return Sha2Crypt.sha512Crypt(text.getBytes(StandardCharsets.UTF_8), "$6$" + salt); //$NON-NLS-1$
	}
}
