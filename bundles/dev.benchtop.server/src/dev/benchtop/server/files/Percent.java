package dev.benchtop.server.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Percent-encoding of paths (RFC 3986, section 2.1), in UTF-8. */
public final class Percent {

	private static final String PLAIN = "-._~!$&'()*+,;=:@/"; //$NON-NLS-1$

	private Percent() {
	}

	/** The text that is meant; empty where it is none. Bytes beyond ASCII that came as they are count as UTF-8. */
	public static Optional<String> decode(String text) {
		final var bytes = new ByteArrayOutputStream(text.length());
		for (int at = 0; at < text.length(); at++) {
			final char letter = text.charAt(at);
			if (letter != '%') {
				bytes.write(letter);
				continue;
			}
			final int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
			final int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
			if (high < 0 || low < 0) {
				return Optional.empty();
			}
			bytes.write(high << 4 | low);
			at += 2;
		}
		try {
			return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString());
		} catch (CharacterCodingException _) {
			return Optional.empty();
		}
	}

	/** A path as it stands in a URL; slashes stay. */
	public static String encode(String path) {
		final var url = new StringBuilder();
		for (final byte unit : path.getBytes(StandardCharsets.UTF_8)) {
			final char letter = (char) (unit & 0xff);
			if (letter < 0x80 && Character.isLetterOrDigit(letter) || PLAIN.indexOf(letter) >= 0) {
				url.append(letter);
			} else {
				url.append(String.format("%%%02X", (int) letter)); //$NON-NLS-1$
			}
		}
		return url.toString();
	}
}
