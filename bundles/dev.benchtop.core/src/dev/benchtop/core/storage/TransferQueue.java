package dev.benchtop.core.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench.Subscription;

/**
 * Transfers that wait for their turn, kept in a file so that they go on after a restart. Thread-safe; calls do not block. What was running
 * when the queue was closed, or its process ended, is queued again and resumes.
 */
public final class TransferQueue implements AutoCloseable {

	/** How an item stands. */
	public enum State {
		QUEUED, RUNNING, PAUSED, DONE, FAILED, CANCELLED;

		/** Whether nothing more happens to it by itself. */
		public boolean ended() {
			return this == DONE || this == FAILED || this == CANCELLED;
		}
	}

	/**
	 * One transfer.
	 *
	 * @param id unique in the queue, also after a restart
	 * @param from where from, without secrets
	 * @param to where to, without secrets
	 * @param bytes how many are done
	 * @param total how many there are; -1 where that is not known yet
	 * @param rate bytes per second over the last seconds; 0 where it does not run
	 * @param message what happened: the error of one that failed, or what the user should know; may be empty
	 */
	public record Item(long id, String from, String to, TransferOptions options, State state, long bytes, long total, double rate, String message) {
	}

	/** Finds again what was saved as text; called when an item's turn comes, on its thread. */
	@FunctionalInterface
	public interface Finder {
		Location find(String text) throws BenchException;
	}

	/** How an item is moved in the order. */
	public enum Shift {
		UP, DOWN, TOP, BOTTOM
	}

	/**
	 * Opens the queue that the file keeps, and goes on with it.
	 *
	 * @param file where it is kept; its folder is made
	 */
	public TransferQueue(Path file, Finder finder) throws BenchException {
	}

	/** All items in their order. */
	public List<Item> items() {
		throw new UnsupportedOperationException();
	}

	public Optional<Item> item(long id) {
		return items().stream().filter(item -> item.id() == id).findFirst();
	}

	/** Appends a transfer. */
	public Item add(Location from, Location to, TransferOptions options) {
		throw new UnsupportedOperationException();
	}

	/** Stops it for now; what is done stays done. Nothing happens to one that has ended. */
	public void pause(long id) {
		throw new UnsupportedOperationException();
	}

	/** Lets a paused one go on when its turn comes. */
	public void resume(long id) {
		throw new UnsupportedOperationException();
	}

	/** Ends it; its part file goes away. */
	public void cancel(long id) {
		throw new UnsupportedOperationException();
	}

	/** Queues one again that has failed or was cancelled. */
	public void retry(long id) {
		throw new UnsupportedOperationException();
	}

	/** Takes it out of the queue, cancelled before if it has not ended. */
	public void remove(long id) {
		throw new UnsupportedOperationException();
	}

	/** Moves it in the order in which items get their turn. */
	public void shift(long id, Shift to) {
		throw new UnsupportedOperationException();
	}

	/** Takes out all that are done or cancelled. */
	public void clearFinished() {
		throw new UnsupportedOperationException();
	}

	/** How many run at once; 2 unless it is said. */
	public void limit(int transfers) {
		throw new UnsupportedOperationException();
	}

	/** Hears of every change, many times a second while something runs, on any thread; has to be quick. */
	public Subscription subscribe(Runnable listener) {
		throw new UnsupportedOperationException();
	}

	/** Stops what runs; it goes on when the queue is opened again. */
	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}
}
