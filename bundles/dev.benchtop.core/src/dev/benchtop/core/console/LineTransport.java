package dev.benchtop.core.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;

/** How a {@link ConsoleLine} reaches its device: opened anew for each connection. */
public interface LineTransport {

	/** One open connection. Closing it ends a read or write that blocks in another thread. */
	interface Connection extends AutoCloseable {

		/** The bytes from the board; ends where the device goes away. */
		InputStream input();

		/**
		 * The bytes to the board. Asked for before the first byte is sent; closing the stream gives this side alone back,
		 * after which it may be asked for again.
		 *
		 * @throws IOException if this side cannot be had, for instance because another process has it
		 */
		OutputStream output() throws IOException;

		@Override
		void close() throws IOException;
	}

	/**
	 * Opens the device. Called again and again while it fails, up to twenty times a second.
	 *
	 * @throws LineOffException if there is nothing to open at the moment, and that is no fault
	 * @throws IOException with the reason in words for people
	 */
	Connection open() throws IOException;

	/** Whether there is something to open now and opening it takes a while, as a login does: people are told meanwhile that it connects. Quick. */
	default boolean opensSlowly() {
		return false;
	}

	/** The longest wait before it is opened again while that fails; short where to see that there is nothing costs next to nothing. */
	default Duration patience() {
		return Duration.ofMillis(500);
	}

	/** What it is, for people: {@code ttyUSB0 115200 8N1}. */
	String detail();

	/** Says how large the terminal is on which a person looks at the line, for the open connection and those to come; returns at once. */
	default void resized(int columns, int rows) {
		// most devices are not told
	}

	/** The control lines, where it is a serial port. */
	default Optional<SerialLines> lines() {
		return Optional.empty();
	}

	/**
	 * Whether the device keeps the log itself: the line's log file is then written by the device, only ever grows (or is replaced by
	 * a new one), and the input of every connection is that file from its first byte on, followed as it grows.
	 */
	default boolean replaysHistory() {
		return false;
	}
}
