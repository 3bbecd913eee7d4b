package dev.benchtop.core.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;

/** A folder of YAML files that describe boards and storages, watched for changes. */
public interface Bench extends AutoCloseable {

	/** Ends a subscription. */
	interface Subscription extends AutoCloseable {
		@Override
		void close();
	}

	/** A board that is only tried; closing it closes its drivers. */
	interface Trial extends AutoCloseable {
		Board board();

		@Override
		void close();
	}

	Path folder();

	/** Where the state of each of its boards is kept, in a folder of its own; not there before something is. */
	Path stateFolder();

	/** Boards in the order of their names; storages not among them. */
	List<Board> boards();

	List<Board> storages();

	/**
	 * The board of that name.
	 *
	 * @throws BenchException of kind usage with near names where there is none
	 */
	Board board(String name) throws BenchException;

	Optional<Board> findBoard(String name);

	/**
	 * A board or storage as it would be if a file of the folder had this text; it is not among the bench's own, and nothing is saved. Trust is
	 * not asked for: whoever calls has just written the text. Off the UI thread.
	 */
	Trial trial(String text);

	/** Findings of all files, and of the folder itself (two files of one name). */
	List<Finding> findings();

	/** Whether the user trusts the folder: nothing of an untrusted bench is made or run. */
	boolean trusted();

	/** Trusts the folder, now and later. */
	void trust() throws BenchException;

	/** Hears events, in order, on the bench's own thread. */
	Subscription subscribe(Consumer<BenchEvent> listener);

	/** Reads the folder now, instead of when the watcher sees the change; returns when the boards are current. */
	void refresh();

	/** Closes all drivers and stops watching. Boards that live on their own go on. */
	@Override
	void close();
}
