package dev.benchtop.core.console;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Finds what was typed in secret when the board echoes it, over the borders of chunks too. A secret is looked for until it was seen
 * once or its time is over; bytes that may be its beginning are held back until that is known.
 */
final class EchoMask {

	private static final byte STAR = '*';

	private final long patience;
	private final Map<String, Long> secrets = new LinkedHashMap<>();
	private byte[] held = {};

	/** Looks for each secret so many nanoseconds long. */
	EchoMask(long patience) {
		this.patience = patience;
	}

	/** Bytes that may go on, with what was masked in them; {@code masked} is whether anything was. */
	record Passed(byte[] bytes, int length, boolean masked) {
	}

	/** Looks for the echo of {@code typed} from {@code now} on; the end of a line is no part of a secret. */
	void expect(byte[] typed, long now) {
		final String secret = new String(typed, StandardCharsets.ISO_8859_1).stripTrailing();
		if (!secret.isEmpty()) {
			secrets.put(secret, now + patience);
		}
	}

	/** Whether bytes pass as they are. */
	boolean idle() {
		return secrets.isEmpty() && held.length == 0;
	}

	/** Takes bytes as they come. */
	Passed pass(byte[] bytes, int length, long now) {
		secrets.values().removeIf(until -> until - now < 0);
		if (idle()) {
			return new Passed(bytes, length, false);
		}
		final byte[] all = Arrays.copyOf(held, held.length + length);
		System.arraycopy(bytes, 0, all, held.length, length);
		final boolean masked = mask(all);
		final int hold = beginning(all);
		held = Arrays.copyOfRange(all, all.length - hold, all.length);
		return new Passed(all, all.length - hold, masked);
	}

	/** Lets all go that was held back. */
	Passed end() {
		final var passed = new Passed(held, held.length, false);
		held = new byte[0];
		return passed;
	}

	private boolean mask(byte[] all) {
		final var text = new StringBuilder(new String(all, StandardCharsets.ISO_8859_1));
		return secrets.keySet().removeIf(secret -> {
			final int at = text.indexOf(secret);
			if (at < 0) {
				return false;
			}
			Arrays.fill(all, at, at + secret.length(), STAR);
			text.replace(at, at + secret.length(), "*".repeat(secret.length())); //$NON-NLS-1$
			return true;
		});
	}

	/** How many of the last bytes may be the beginning of a secret. */
	private int beginning(byte[] all) {
		final String text = new String(all, StandardCharsets.ISO_8859_1);
		int longest = 0;
		for (final String secret : secrets.keySet()) {
			for (int length = Math.min(secret.length() - 1, text.length()); length > longest; length--) {
				if (text.regionMatches(text.length() - length, secret, 0, length)) {
					longest = length;
				}
			}
		}
		return longest;
	}
}
