package dev.benchtop.server.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

import dev.benchtop.core.Secret;

/**
 * Who may use a server: everyone, or who shows the password (RFC 7617) or the token (RFC 6750). Compared in a time that tells nothing.
 *
 * @param user empty where there is no password
 */
public record Access(String user, Optional<Secret> password, Optional<Secret> token) {

	private static final String BASIC = "basic"; //$NON-NLS-1$
	private static final String BEARER = "bearer"; //$NON-NLS-1$

	/** Lets everyone in. */
	public static Access open() {
		return new Access("", Optional.empty(), Optional.empty()); //$NON-NLS-1$
	}

	boolean isOpen() {
		return password.isEmpty() && token.isEmpty();
	}

	/** Whether the value of an {@code Authorization} field opens the door. */
	boolean allows(Optional<String> authorization) {
		return isOpen() || authorization.filter(this::matches).isPresent();
	}

	private boolean matches(String authorization) {
		final String[] parts = authorization.strip().split(" +", 2); //$NON-NLS-1$
		if (parts.length < 2) {
			return false;
		}
		return switch (parts[0].toLowerCase(Locale.ROOT)) {
			case BASIC -> password.isPresent() && same(decoded(parts[1]), bytes(user + ':' + password.get().reveal()));
			case BEARER -> token.isPresent() && same(bytes(parts[1].strip()), bytes(token.get().reveal()));
			default -> false;
		};
	}

	/** What a client that was refused is told of how to get in. */
	String challenge() {
		final String realm = " realm=\"Benchtop\""; //$NON-NLS-1$
		return password.isPresent() ? "Basic" + realm + ", charset=\"UTF-8\"" : "Bearer" + realm; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
	}

	private static byte[] decoded(String base64) {
		try {
			return Base64.getDecoder().decode(base64.strip());
		} catch (IllegalArgumentException _) {
			return new byte[0];
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/** Digests of one length are compared, so that not even the length of the secret shows in the time. */
	private static boolean same(byte[] one, byte[] other) {
		return MessageDigest.isEqual(digest(one), digest(other));
	}

	private static byte[] digest(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes); //$NON-NLS-1$
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}
}
