package dev.benchtop.qemu.preset;

import java.security.SecureRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.benchtop.core.Secret;

/** Makes passwords that are easy to type on a console: three groups of four letters and digits that look like no other, 59 bits. */
final class Passphrase {

	private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"; //$NON-NLS-1$
	private static final int GROUPS = 3;
	private static final int LETTERS = 4;
	private static final SecureRandom RANDOM = new SecureRandom();

	private Passphrase() {
	}

	static Secret random() {
		return new Secret(IntStream.range(0, GROUPS).mapToObj(_ -> group()).collect(Collectors.joining("-"))); //$NON-NLS-1$
	}

	private static String group() {
		return RANDOM.ints(LETTERS, 0, ALPHABET.length()).mapToObj(index -> String.valueOf(ALPHABET.charAt(index))).collect(Collectors.joining());
	}
}
