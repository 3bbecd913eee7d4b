package dev.benchtop.core.console.modem;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hears in what a board says that its {@code rz} waits for a file, or its {@code sz} has one. For one line; not thread-safe. */
public final class ZmodemCall {

	/** Who would send. */
	public enum Direction {
		BOARD_RECEIVES, BOARD_SENDS
	}

	private static final byte[] HEADER = "**\030B0".getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$

	private int matched;
	private Direction direction;

	/** Takes bytes as they come; returns whether a call was among them. */
	public boolean heard(byte[] bytes) {
		boolean heard = false;
		for (final byte value : bytes) {
			if (matched == HEADER.length) {
				if (value == '0' || value == '1') {
					direction = value == '0' ? Direction.BOARD_SENDS : Direction.BOARD_RECEIVES;
					heard = true;
				}
				matched = 0;
			} else if (value == HEADER[matched]) {
				matched++;
			} else if (!(matched == 2 && value == '*')) {
				matched = value == '*' ? 1 : 0;
			}
		}
		return heard;
	}

	/** What the last call was. */
	public Optional<Direction> direction() {
		return Optional.ofNullable(direction);
	}
}
