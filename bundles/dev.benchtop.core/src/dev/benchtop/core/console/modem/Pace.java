package dev.benchtop.core.console.modem;

import java.time.Duration;

/**
 * How fast a text is sent, for boards that take no more.
 *
 * @param charactersPerSecond at most so many; 0 as fast as the line
 * @param perLine how long to wait after each line
 */
public record Pace(int charactersPerSecond, Duration perLine, Newline newline) {

	/** As fast as the line, unchanged. */
	public static final Pace NONE = new Pace(0, Duration.ZERO, Newline.KEEP);

	public Pace {
		if (charactersPerSecond < 0 || perLine.isNegative()) {
			throw new IllegalArgumentException(charactersPerSecond + " " + perLine); //$NON-NLS-1$
		}
	}
}
