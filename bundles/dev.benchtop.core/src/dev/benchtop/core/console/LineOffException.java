package dev.benchtop.core.console;

import java.io.IOException;

/** Says that there is nothing to open at the moment and that this is no fault: the board is off. The line is then closed, not lost. */
public final class LineOffException extends IOException {

	private static final long serialVersionUID = 1L;

	/** {@code message} is the reason in words for people. */
	public LineOffException(String message) {
		super(message);
	}
}
