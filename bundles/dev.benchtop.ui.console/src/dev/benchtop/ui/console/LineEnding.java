package dev.benchtop.ui.console;

import java.nio.charset.StandardCharsets;

/** What the Enter key sends. */
enum LineEnding {
	CR("\r"), LF("\n"), CRLF("\r\n"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$

	private final String bytes;

	LineEnding(String bytes) {
		this.bytes = bytes;
	}

	String label() {
		return switch (this) {
			case CR -> Messages.LineEnding_cr;
			case LF -> Messages.LineEnding_lf;
			case CRLF -> Messages.LineEnding_crlf;
		};
	}

	/** The characters themselves. */
	String characters() {
		return bytes;
	}

	/** What is sent for what the terminal gives, which has carriage returns. */
	byte[] translate(byte[] typed) {
		return this == CR ? typed : new String(typed, StandardCharsets.ISO_8859_1).replace("\r", bytes).getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$
	}
}
