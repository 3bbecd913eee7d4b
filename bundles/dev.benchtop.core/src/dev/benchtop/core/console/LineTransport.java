package dev.benchtop.core.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** How a {@link ConsoleLine} reaches its device: opened anew for each connection. */
public interface LineTransport {

	/** One open connection. Closing it ends a read or write that blocks in another thread. */
	interface Connection extends AutoCloseable {

		/** The bytes from the board; ends where the device goes away. */
		InputStream input();

		/**
		 * The bytes to the board.
		 *
		 * @throws IOException if this side cannot be had, for instance because another process has it
		 */
		OutputStream output() throws IOException;

		@Override
		void close() throws IOException;
	}

	/** Opens the device. */
	Connection open() throws IOException;

	/** What it is, for people: {@code ttyUSB0 115200 8N1}. */
	String detail();
}
