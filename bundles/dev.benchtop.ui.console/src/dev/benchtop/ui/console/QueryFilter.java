package dev.benchtop.ui.console;

import java.io.ByteArrayOutputStream;

/**
 * Takes the queries that a terminal would answer (ECMA-48, 8.3.35 DSR: {@code ESC [ 5 n} and {@code ESC [ 6 n}) out of bytes that are
 * only replayed, so that a board never hears an answer to a question that it asked long ago.
 */
final class QueryFilter {

	private static final int ESC = 0x1b;

	private final ByteArrayOutputStream pending = new ByteArrayOutputStream();

	byte[] filter(byte[] bytes) {
		final var out = new ByteArrayOutputStream(bytes.length);
		for (final byte next : bytes) {
			if (next == ESC) {
				release(out);
				pending.write(next);
			} else if (pending.size() == 0) {
				out.write(next);
			} else {
				continueSequence(next, out);
			}
		}
		return out.toByteArray();
	}

	/** The beginning of a sequence that was held back and never ended. */
	byte[] rest() {
		final byte[] rest = pending.toByteArray();
		pending.reset();
		return rest;
	}

	private void continueSequence(byte next, ByteArrayOutputStream out) {
		final boolean fits = switch (pending.size()) {
			case 1 -> next == '[';
			case 2 -> next == '5' || next == '6';
			default -> next == 'n';
		};
		pending.write(next);
		if (!fits) {
			release(out);
		} else if (next == 'n') {
			pending.reset();
		}
	}

	private void release(ByteArrayOutputStream out) {
		out.writeBytes(rest());
	}
}
