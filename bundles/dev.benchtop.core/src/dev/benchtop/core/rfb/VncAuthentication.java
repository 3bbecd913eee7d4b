package dev.benchtop.core.rfb;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/** VNC authentication (RFC 6143, section 7.2.2): the challenge encrypted with the first eight characters of the password. */
final class VncAuthentication {

	static final int CHALLENGE = 16;
	private static final int KEY = 8;

	private VncAuthentication() {
	}

	static byte[] answer(byte[] challenge, String password) {
		final byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.ISO_8859_1), KEY);
		for (int i = 0; i < KEY; i++) {
			key[i] = (byte) (Integer.reverse(key[i]) >>> Integer.SIZE - Byte.SIZE);
		}
		try {
			final var cipher = Cipher.getInstance("DES/ECB/NoPadding"); //$NON-NLS-1$
			cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES")); //$NON-NLS-1$
			return cipher.doFinal(challenge);
		} catch (GeneralSecurityException e) {
			throw new IllegalStateException(e);
		} finally {
			Arrays.fill(key, (byte) 0);
		}
	}
}
