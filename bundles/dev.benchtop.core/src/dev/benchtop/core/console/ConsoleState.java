package dev.benchtop.core.console;

import java.util.Optional;

/**
 * How a console stands.
 *
 * @param line whether bytes flow
 * @param reason why it is not open, in words for people
 * @param script who has the keyboard by a lease
 * @param detail what it is connected to: {@code ttyUSB0 115200 8N1}
 */
public record ConsoleState(Line line, Optional<String> reason, Optional<String> script, String detail) {

	/** Whether bytes flow. */
	public enum Line {
		/** Open. */
		OPEN,
		/** Closed, and that is no fault: the board is off, or nobody asked to open it yet. */
		CLOSED,
		/** Being opened, by a device that takes a while for it; told where it was closed before. */
		OPENING,
		/** Lost; it is tried again. */
		LOST
	}
}
