package dev.benchtop.ui.console.book;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What a person writes for bytes that no key makes: {@code \r \n \t \e \\} and {@code \xHH}. Anything else is sent as it is written, in UTF-8. */
final class Escapes {

	private Escapes() {
	}

	static byte[] bytes(String text) {
		final var bytes = new ByteArrayOutputStream();
		for (int i = 0; i < text.length();) {
			i += text.charAt(i) == '\\' && i + 1 < text.length() ? escape(text, i, bytes) : plain(text, i, bytes);
		}
		return bytes.toByteArray();
	}

	private static int plain(String text, int at, ByteArrayOutputStream to) {
		final int length = Character.charCount(text.codePointAt(at));
		to.writeBytes(text.substring(at, at + length).getBytes(StandardCharsets.UTF_8));
		return length;
	}

	private static int escape(String text, int at, ByteArrayOutputStream to) {
		final int value = switch (text.charAt(at + 1)) {
			case 'r' -> '\r';
			case 'n' -> '\n';
			case 't' -> '\t';
			case 'e' -> 0x1b;
			case '\\' -> '\\';
			default -> -1;
		};
		if (value >= 0) {
			to.write(value);
			return 2;
		}
		if (text.startsWith("\\x", at) && at + 4 <= text.length() && text.substring(at + 2, at + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0)) { //$NON-NLS-1$
			to.write(Integer.parseInt(text.substring(at + 2, at + 4), 16));
			return 4;
		}
		return plain(text, at, to);
	}
}
