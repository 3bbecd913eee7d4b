package dev.benchtop.network.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Reads a terminal until it has said something. */
final class Expect {

	private final InputStream input;
	private final StringBuilder said = new StringBuilder();
	private int from;

	Expect(InputStream input) {
		this.input = input;
	}

	/** Returns when it has said {@code words} since it was last expected to say something. */
	void until(String words) throws IOException {
		final var bytes = new byte[1024];
		int found = said.indexOf(words, from);
		while (found < 0) {
			final int length = input.read(bytes);
			if (length < 0) {
				throw new AssertionError("It ended after: " + said);
			}
			said.append(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
			found = said.indexOf(words, from);
		}
		from = found + words.length();
	}
}
