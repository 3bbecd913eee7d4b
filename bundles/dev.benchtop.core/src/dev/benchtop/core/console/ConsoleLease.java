package dev.benchtop.core.console;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** The keyboard of a console, held by a script. Closing it gives the keyboard back to the person. */
public interface ConsoleLease extends AutoCloseable {

	/** Sends bytes; what is sensitive is masked wherever the line echoes it. Throws if a person took the keyboard over. */
	void write(byte[] bytes, boolean sensitive) throws BenchException;

	/**
	 * Waits until all that was written is with the device.
	 *
	 * @throws BenchException if it did not get there, the line was lost meanwhile, a person took the keyboard over, or it is cancelled
	 */
	void drain(CancelToken cancel) throws BenchException;

	/** Whether a person took the keyboard over. */
	boolean lost();

	@Override
	void close();
}
