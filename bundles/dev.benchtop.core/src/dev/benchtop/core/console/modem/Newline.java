package dev.benchtop.core.console.modem;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** What ends a line as it is sent. */
public enum Newline {
	/** Whatever it is. */
	KEEP(""), //$NON-NLS-1$
	CR("\r"), //$NON-NLS-1$
	LF("\n"), //$NON-NLS-1$
	CRLF("\r\n"); //$NON-NLS-1$

	private final String end;

	Newline(String end) {
		this.end = end;
	}

	/** The text with CR, LF and CR LF all made this one; {@code afterCr} is whether a CR ended what was translated before. */
	byte[] translate(byte[] text, boolean afterCr) {
		if (this == KEEP) {
			return text;
		}
		final var translated = new ByteArrayOutputStream(text.length + 16);
		boolean cr = afterCr;
		for (final byte value : text) {
			if (value == '\r' || value == '\n' && !cr) {
				translated.writeBytes(end.getBytes(StandardCharsets.US_ASCII));
			} else if (value != '\n') {
				translated.write(value);
			}
			cr = value == '\r';
		}
		return translated.toByteArray();
	}
}
