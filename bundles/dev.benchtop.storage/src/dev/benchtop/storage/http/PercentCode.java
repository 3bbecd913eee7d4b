package dev.benchtop.storage.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

/** Percent codes of paths and queries (RFC 3986, section 2.1), always of UTF-8. */
final class PercentCode {

	private static final String UNRESERVED = "-._~"; //$NON-NLS-1$
	/** What {@link java.net.URI} sends as it is, in a path and in a query. */
	private static final String IN_PATH = UNRESERVED + "/:@!$&'()*+,;="; //$NON-NLS-1$
	private static final String IN_QUERY = IN_PATH + "?[]"; //$NON-NLS-1$

	private PercentCode() {
	}

	/** Names between slashes as a path; all is encoded but unreserved characters, and those that registries and people expect to see. */
	static String encode(String names) {
		final var code = new StringBuilder();
		names.codePoints().forEach(c -> append(code, c, c == '/' || c == ':' || c == '@' || isUnreserved(c)));
		return code.toString();
	}

	/** A written path as it can be sent: codes and legal characters stay, all others are encoded. */
	static String path(String text) {
		return legal(text, IN_PATH);
	}

	/** A written query as it can be sent. */
	static String query(String text) {
		return legal(text, IN_QUERY);
	}

	private static String legal(String text, String asIs) {
		final var code = new StringBuilder();
		for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
			final int c = text.codePointAt(i);
			append(code, c, c == '%' ? isCode(text, i) : asIs.indexOf(c) >= 0 || isUnreserved(c));
		}
		return code.toString();
	}

	/** One name out of a path; empty where the code is no UTF-8, or the name could not be one of a file. */
	static Optional<String> decodeName(String raw) {
		final var bytes = new ByteArrayOutputStream();
		for (int i = 0; i < raw.length(); i++) {
			if (raw.charAt(i) == '%' && isCode(raw, i)) {
				bytes.write(Integer.parseInt(raw, i + 1, i + 3, 16));
				i += 2;
			} else {
				bytes.writeBytes(Character.toString(raw.codePointAt(i)).getBytes(StandardCharsets.UTF_8));
				i += Character.charCount(raw.codePointAt(i)) - 1;
			}
		}
		try {
			final String name = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes.toByteArray())).toString();
			return name.isEmpty() || name.equals(".") || name.equals("..") || name.indexOf('/') >= 0 || name.indexOf(0) >= 0 //$NON-NLS-1$ //$NON-NLS-2$
					? Optional.empty() : Optional.of(name);
		} catch (CharacterCodingException e) {
			return Optional.empty();
		}
	}

	private static boolean isUnreserved(int c) {
		return c < 128 && (Character.isLetterOrDigit(c) || UNRESERVED.indexOf(c) >= 0);
	}

	private static boolean isCode(String text, int at) {
		return at + 2 < text.length() && Character.digit(text.charAt(at + 1), 16) >= 0 && Character.digit(text.charAt(at + 2), 16) >= 0;
	}

	private static void append(StringBuilder code, int c, boolean asIs) {
		if (asIs) {
			code.append((char) c);
			return;
		}
		for (final byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
			code.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
		}
	}
}
