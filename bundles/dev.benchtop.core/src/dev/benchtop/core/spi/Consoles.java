package dev.benchtop.core.spi;

import java.util.Map;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Console;

/** Makes consoles that belong to no board: of a port that was found, or named by hand. Contributed as a Declarative Services component. */
public interface Consoles {

	/** A console of no board; closing it gives the port back. */
	interface Loose extends AutoCloseable {

		Console console();

		/** What it is, for people: {@code ttyUSB0}. */
		String title();

		@Override
		void close();
	}

	/** Whether that names a port, and not a board. */
	boolean means(String text);

	/**
	 * A console that is not open yet.
	 *
	 * @param address a device, a name or place of a USB device, or a URL, as the driver type {@code serial} takes it for {@code port}
	 * @param config the other keys of that type, with values as in a bench file
	 * @throws BenchException if it is no address, or a key or its value is wrong
	 */
	Loose make(String address, Map<String, ?> config) throws BenchException;
}
