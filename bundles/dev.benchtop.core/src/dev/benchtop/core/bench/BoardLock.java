package dev.benchtop.core.bench;

import java.util.Optional;

import dev.benchtop.core.BenchException;

/** Who holds what of a board, among all processes on this machine. What a dead process held is free. */
public interface BoardLock {

	/** One thing held. */
	interface Hold extends AutoCloseable {

		/** Whether it is still ours: another process may have taken it over. */
		boolean valid();

		/** Runs when another process takes it over. */
		void onLost(Runnable action);

		@Override
		void close();
	}

	/**
	 * Takes {@code part} of the board.
	 *
	 * @param part {@code power}, {@code flash}, {@code console:PATH}
	 * @param what what for, for the person who is told: {@code flash root}
	 * @throws BenchException if another process holds it, with its name and id and how to take it over
	 */
	Hold acquire(String part, String what) throws BenchException;

	/** Takes {@code part} from whoever holds it; that one's hold is lost. */
	Hold takeOver(String part, String what) throws BenchException;

	/** The other process that holds it; empty where it is free or this process holds it. */
	Optional<Holder> heldBy(String part);
}
