package dev.benchtop.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.bench.BenchEvent;

/** The one bench that the window shows, and what is selected of it. An OSGi service; all calls return at once, from any thread. */
public interface BenchSession {

	/** The bench; empty while none is open. */
	Optional<Bench> bench();

	/** Opens a folder in the background in place of the bench; a failure is shown to the user and leaves the bench as it is. */
	void open(Path folder);

	/** Closes the bench. */
	void close();

	/** Folders that were open before and still exist, newest first. */
	List<Path> recent();

	/** The {@code Board}s and {@code Node}s that are selected in the Boards view, whichever view is active now. */
	List<Object> selection();

	/** Says what is selected; called by the Boards view. */
	void select(List<?> boardsAndNodes);

	/**
	 * Runs {@code listener} on the UI thread after anything changed: another bench, its boards, a state, trust, or the selection.
	 * Bursts are coalesced to at most 30 calls a second.
	 */
	Subscription onChange(Runnable listener);

	/** Hears the events of whichever bench is open, in order, on the bench's own thread; opening another bench is a {@code BoardsChanged}. */
	Subscription subscribe(Consumer<BenchEvent> listener);
}
