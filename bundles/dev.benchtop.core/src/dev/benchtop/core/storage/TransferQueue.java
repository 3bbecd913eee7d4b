package dev.benchtop.core.storage;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
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

	private static final int AT_ONCE = 2;

	private final QueueSaver saver;
	private final Finder finder;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private final List<QueuedTransfer> all = new ArrayList<>();
	private long lastId;
	private int limit = AT_ONCE;
	private boolean closed;

	/**
	 * Opens the queue that the file keeps, and goes on with it.
	 *
	 * @param file where it is kept; its folder is made, private to the user
	 * @throws BenchException if the file is there and cannot be read
	 */
	public TransferQueue(Path file, Finder finder) throws BenchException {
		final var kept = new QueueFile(file);
		this.saver = new QueueSaver(kept, this::items);
		this.finder = finder;
		try {
			kept.read().stream().map(QueuedTransfer::new).forEach(all::add);
		} catch (IOException e) {
			throw BenchException.failed(Messages.TransferQueue_unreadable).where(file.toString()).why(e).build();
		}
		lastId = all.stream().mapToLong(QueuedTransfer::id).max().orElse(0);
		changed();
	}

	/** All items in their order. */
	public List<Item> items() {
		synchronized (all) {
			return all.stream().map(QueuedTransfer::item).toList();
		}
	}

	/** The item of that id, if it is still there. */
	public Optional<Item> item(long id) {
		return items().stream().filter(item -> item.id() == id).findFirst();
	}

	/** Appends a transfer. */
	public Item add(Location from, Location to, TransferOptions options) {
		final Item added;
		synchronized (all) {
			final var transfer = new QueuedTransfer(++lastId, from, to, options);
			all.add(transfer);
			added = transfer.item();
		}
		changed();
		return added;
	}

	/** Stops it for now; what is done stays done. Nothing happens to one that has ended. */
	public void pause(long id) {
		stop(id, State.PAUSED);
	}

	/** Lets a paused one go on when its turn comes. */
	public void resume(long id) {
		requeue(id, state -> state == State.PAUSED);
	}

	/** Ends it; its part file goes away. Nothing happens to one that has ended. */
	public void cancel(long id) {
		stop(id, State.CANCELLED);
	}

	/** Queues one again that has failed or was cancelled. */
	public void retry(long id) {
		requeue(id, state -> state == State.FAILED || state == State.CANCELLED);
	}

	private void stop(long id, State then) {
		final Optional<QueuedTransfer> stopped = change(id, transfer -> !transfer.aim().ended(), transfer -> transfer.stop(then));
		stopped.ifPresent(transfer -> stopRun(transfer, then == State.CANCELLED));
	}

	/** Closes what the transfer waits for, off the caller's thread. */
	private void stopRun(QueuedTransfer transfer, boolean discard) {
		final CancelToken token;
		final boolean idle;
		synchronized (all) {
			token = transfer.token();
			idle = transfer.state() != State.RUNNING;
		}
		if (!idle) {
			Thread.ofPlatform().daemon().name("benchtop transfer stops").start(token::cancel); //$NON-NLS-1$
		} else if (discard) {
			saver.execute(transfer::discard);
		}
	}

	private void requeue(long id, Predicate<State> from) {
		change(id, transfer -> from.test(transfer.aim()), QueuedTransfer::queue);
	}

	private Optional<QueuedTransfer> change(long id, Predicate<QueuedTransfer> where, Consumer<QueuedTransfer> change) {
		final Optional<QueuedTransfer> changed;
		synchronized (all) {
			changed = all.stream().filter(transfer -> transfer.id() == id).filter(where).findFirst();
			changed.ifPresent(change);
		}
		changed.ifPresent(_ -> changed());
		return changed;
	}

	/** Takes it out of the queue, cancelled before if it has not ended. */
	public void remove(long id) {
		cancel(id);
		synchronized (all) {
			all.removeIf(transfer -> transfer.id() == id);
		}
		changed();
	}

	/** Moves it in the order in which items get their turn. */
	public void shift(long id, Shift to) {
		synchronized (all) {
			final int at = IntStream.range(0, all.size()).filter(index -> all.get(index).id() == id).findFirst().orElse(-1);
			if (at >= 0) {
				final var transfer = all.remove(at);
				all.add(switch (to) {
				case UP -> Math.max(0, at - 1);
				case DOWN -> Math.min(all.size(), at + 1);
				case TOP -> 0;
				case BOTTOM -> all.size();
				}, transfer);
			}
		}
		changed();
	}

	/** Takes out all that are done or cancelled. */
	public void clearFinished() {
		synchronized (all) {
			all.removeIf(transfer -> transfer.state() == State.DONE || transfer.state() == State.CANCELLED);
		}
		changed();
	}

	/** How many run at once, 1 or more; 2 unless it is said. What runs already goes on. */
	public void limit(int transfers) {
		synchronized (all) {
			limit = Math.max(1, transfers);
		}
		changed();
	}

	/** Hears of every change, many times a second while something runs, on any thread; has to be quick. */
	public Subscription subscribe(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	private void tell() {
		listeners.forEach(Runnable::run);
	}

	/** Saves what has changed, lets those run whose turn it is, and tells it. */
	private void changed() {
		saver.saveSoon();
		final List<QueuedTransfer> due;
		synchronized (all) {
			final long running = all.stream().filter(transfer -> transfer.state() == State.RUNNING).count();
			due = closed ? List.of() : all.stream().filter(transfer -> transfer.state() == State.QUEUED).limit(Math.max(0, limit - running)).toList();
			due.forEach(QueuedTransfer::begin);
		}
		due.forEach(transfer -> Thread.ofPlatform().daemon().name("benchtop queued transfer").start(() -> run(transfer))); //$NON-NLS-1$
		tell();
	}

	private void run(QueuedTransfer transfer) {
		Optional<TransferReport> report = Optional.empty();
		BenchException failure = BenchException.cancelled();
		try {
			report = Optional.of(transfer.run(finder, new QueuedProgress(transfer, all, this::tell)));
		} catch (BenchException e) {
			failure = e;
		} catch (RuntimeException e) {
			System.getLogger(getClass().getName()).log(Level.ERROR, transfer.item().from(), e);
			failure = BenchException.failed(Messages.Transfer_failed).why(e).build();
		}
		final boolean cancelled;
		synchronized (all) {
			if (report.isPresent()) {
				transfer.end(report.get());
			} else {
				transfer.fail(failure);
			}
			cancelled = transfer.state() == State.CANCELLED;
			all.notifyAll();
		}
		if (cancelled) {
			transfer.discard();
		}
		changed();
	}

	/** Stops what runs, and returns within 3 s; it goes on when the queue is opened again. */
	@Override
	public void close() {
		final List<QueuedTransfer> running;
		synchronized (all) {
			if (closed) {
				return;
			}
			closed = true;
			running = all.stream().filter(transfer -> transfer.state() == State.RUNNING).toList();
			running.forEach(transfer -> transfer.stop(State.QUEUED));
		}
		running.forEach(transfer -> transfer.token().cancel());
		awaitEnd(running);
		saver.close();
	}

	private void awaitEnd(List<QueuedTransfer> running) {
		final long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
		synchronized (all) {
			try {
				while (System.nanoTime() < until && running.stream().anyMatch(transfer -> transfer.state() == State.RUNNING)) {
					all.wait(100);
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
			}
		}
	}
}
