package dev.benchtop.cli.ssh;

import java.io.ByteArrayOutputStream;

/** Finds the keys with which ssh is left (ssh(1), escape characters): at the beginning of a line {@code ~.}; {@code ~~} sends one tilde. */
final class LeaveKeys {

	private enum Place {
		LINE_START, TILDE, ELSEWHERE
	}

	private Place place = Place.LINE_START;
	private boolean left;

	/** Whether the user has left. */
	boolean left() {
		return left;
	}

	/** What of the typed bytes is for the board. */
	byte[] type(byte[] chunk, int length) {
		final var bytes = new ByteArrayOutputStream(length + 1);
		for (int i = 0; i < length && !left; i++) {
			final byte typed = chunk[i];
			if (place == Place.LINE_START && typed == '~') {
				place = Place.TILDE;
				continue;
			}
			if (place == Place.TILDE && typed == '.') {
				left = true;
				continue;
			}
			if (place == Place.TILDE && typed != '~') {
				bytes.write('~');
			}
			bytes.write(typed);
			place = typed == '\r' || typed == '\n' ? Place.LINE_START : Place.ELSEWHERE;
		}
		return bytes.toByteArray();
	}
}
