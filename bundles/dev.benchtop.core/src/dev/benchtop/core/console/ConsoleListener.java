package dev.benchtop.core.console;

/** Hears one console; called in order on one thread of the attachment's own. */
public interface ConsoleListener {

	/**
	 * Bytes of the line.
	 *
	 * @param replay whether they were said before the listener was attached
	 */
	void received(byte[] bytes, boolean replay);

	/** The replay is over; from here on the listener is live. Comes again after another replay, where a device that keeps its own log opens later. */
	default void live() {
	}

	/** The line was opened, closed or lost, its speed is another one, or its keyboard changed hands. */
	default void changed(ConsoleState state) {
	}
}
