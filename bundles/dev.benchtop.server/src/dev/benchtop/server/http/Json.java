package dev.benchtop.server.http;

/** Texts in JSON (RFC 8259, section 7). */
final class Json {

	private Json() {
	}

	static String quoted(String text) {
		final var quoted = new StringBuilder("\""); //$NON-NLS-1$
		text.chars().forEach(letter -> {
			if (letter == '"' || letter == '\\') {
				quoted.append('\\').append((char) letter);
			} else if (letter < ' ' || letter == 0x7f || Character.isSurrogate((char) letter)) {
				quoted.append(String.format("\\u%04x", letter)); //$NON-NLS-1$
			} else {
				quoted.append((char) letter);
			}
		});
		return quoted.append('"').toString();
	}
}
