package dev.benchtop.core.console.modem;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Hears in what a board says that its {@code rz} waits for a file, or its {@code sz} has one, or that it gave up. For one line; not thread-safe. */
public final class ZmodemCall {

	/** Who would send. */
	public enum Direction {
		BOARD_RECEIVES, BOARD_SENDS
	}

	private static final byte[] HEADER = "**\030B0".getBytes(StandardCharsets.ISO_8859_1); //$NON-NLS-1$

	private static final byte CANCEL = 0x18;
	/** Chuck Forsberg, "The ZMODEM Inter Application File Transfer Protocol", section "Session Abort Sequence". */
	private static final int CANCELS = 5;

	private int matched;
	private int cancels;
	private Direction direction;

	/** Takes bytes as they come; returns whether a call was among them, or the end of one. */
	public boolean heard(byte[] bytes) {
		boolean heard = false;
		for (final byte value : bytes) {
			cancels = value == CANCEL ? cancels + 1 : 0;
			if (cancels == CANCELS && direction != null) {
				direction = null;
				heard = true;
			}
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

	/** What the last call was; empty where the board gave it up. */
	public Optional<Direction> direction() {
		return Optional.ofNullable(direction);
	}
}
