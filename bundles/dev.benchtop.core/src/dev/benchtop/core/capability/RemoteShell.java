package dev.benchtop.core.capability;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;

/** Commands and shells on the system that runs on a board, over its network. */
public interface RemoteShell extends Capability {

	/**
	 * The terminal that a command is given.
	 *
	 * @param type as in the variable {@code TERM}: {@code xterm-256color}
	 */
	record Terminal(String type, int columns, int rows) {
	}

	/** A command that runs; closing it ends it on the board as losing the terminal would. */
	interface Running extends AutoCloseable {

		/** To its standard input; closing the stream is the end of the input. */
		OutputStream input();

		/** From its standard output, and on a terminal from standard error too. */
		InputStream output();

		/** From its standard error; empty on a terminal. */
		InputStream errors();

		/** Tells it the new size of its terminal; nothing without one. */
		void resize(int columns, int rows);

		/**
		 * Waits for its end; output that was not read is still there.
		 *
		 * @return its exit code, or 128 and the number of the signal that ended it
		 * @throws BenchException if the connection was lost, or the wait cancelled
		 */
		int await(CancelToken cancel) throws BenchException;

		@Override
		void close();
	}

	/**
	 * Starts a command.
	 *
	 * @param command for the user's shell on the board; empty for that shell itself
	 * @param terminal empty where there is none
	 * @throws BenchException if the board is not reached, or does not let us in
	 */
	Running start(Optional<String> command, Optional<Terminal> terminal, CancelToken cancel) throws BenchException;

	/**
	 * The command line of this machine's own client for the same connection, without a password.
	 *
	 * @param keys where a private key that the configuration holds as text may be written for it, private to the user
	 */
	List<String> client(Path keys) throws BenchException;
}
