package dev.benchtop.core.capability;

import java.nio.file.Path;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Holder;
import dev.benchtop.core.console.ConsoleLease;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.ConsoleState;
import dev.benchtop.core.console.SerialLines;

/**
 * One byte line to a board: one owner, many readers, one writer.
 * Every reader sees every byte, from the oldest that the buffer holds on; closing a reader loses nothing.
 */
public interface Console extends Capability {

	/** Ends an attachment. */
	interface Attachment extends AutoCloseable {
		@Override
		void close();
	}

	/**
	 * Replays the buffer to the listener and then streams to it, without gap or overlap, in order, on a thread of the line's own.
	 * A listener that is slow delays nobody else.
	 */
	Attachment attach(ConsoleListener listener);

	/**
	 * As {@link #attach(ConsoleListener)}, but begins with byte {@code from} of the line, as {@link #position} gave it in this process;
	 * a byte that is kept no more is passed over.
	 */
	Attachment attach(ConsoleListener listener, long from);

	/** How many bytes the board has said so far: the place at which the next one will be. */
	long position();

	/** Opens the line if it is not open; it reopens by itself when the device comes back. */
	void open() throws BenchException;

	/** Whether it is open, closed or lost (with the reason), and who has the keyboard. */
	ConsoleState state();

	/**
	 * Sends bytes as the person at the keyboard; queued, does not block on the device.
	 *
	 * @throws BenchException if the line is not open, a script has the lease, or another process holds the writer
	 */
	default void write(byte[] bytes) throws BenchException {
		write(bytes, false);
	}

	/** As {@link #write(byte[])}; what is sensitive is masked wherever the line echoes it, in buffer and log. */
	void write(byte[] bytes, boolean sensitive) throws BenchException;

	/** Takes the keyboard for a script until the lease is closed. {@code by} names the script to the person. */
	ConsoleLease lease(String by) throws BenchException;

	/** Takes the keyboard back: from a script, whose lease ends with an error, or from another process. */
	void takeOver() throws BenchException;

	/** The other process that holds the writer, if one does. */
	Optional<Holder> heldBy();

	/** The raw bytes of the line since it was first opened, as they came (secrets masked). */
	Path log();

	/** Forgets the buffer that new readers are replayed; the log stays. */
	void clear();

	/** Says how large the terminal is on which a person looks at the line now, where the board can be told; returns at once. */
	default void resized(int columns, int rows) {
		// most lines do not tell the board
	}

	/** The control lines of a serial port, where it is one. */
	default Optional<SerialLines> lines() {
		return Optional.empty();
	}
}
