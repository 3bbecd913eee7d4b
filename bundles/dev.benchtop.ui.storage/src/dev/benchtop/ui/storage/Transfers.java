package dev.benchtop.ui.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Places;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.bench.Bench.Subscription;
import dev.benchtop.core.storage.TransferQueue;
import dev.benchtop.core.storage.TransferQueue.Item;
import dev.benchtop.ui.Work;

/** The queue of the bench that is open; each bench has its own, which goes on when the bench is opened again. */
final class Transfers implements AutoCloseable {

	private static final String FILE = "transfers.json"; //$NON-NLS-1$

	private final StorageRoom room;
	private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
	private Path file;
	private volatile TransferQueue queue;
	private Optional<Subscription> subscription = Optional.empty();
	private Subscription following;

	Transfers(StorageRoom room) {
		this.room = room;
	}

	/** Opens the queue of whichever bench is open, now and when another one is opened. On the UI thread. */
	void follow() {
		if (following == null) {
			following = room.session().onChange(this::benchChanged);
			benchChanged();
		}
	}

	private void benchChanged() {
		final boolean usable = room.session().bench().map(Bench::trusted).orElse(true);
		if (usable && !fileNow().equals(file())) {
			Work.quietly(Messages.Transfers_opening, _ -> open());
		}
	}

	private synchronized Path file() {
		return file;
	}

	private Path fileNow() {
		final var places = Places.system();
		return room.session().bench().map(bench -> places.state(bench.folder())).orElseGet(places::state).resolve(FILE);
	}

	/** The queue of the bench, opened if it was not. Off the UI thread. */
	synchronized TransferQueue open() throws BenchException {
		final Path wanted = fileNow();
		if (queue == null || !wanted.equals(file)) {
			closeQueue();
			queue = new TransferQueue(wanted, room::locate);
			file = wanted;
			subscription = Optional.of(queue.subscribe(() -> listeners.forEach(Runnable::run)));
			listeners.forEach(Runnable::run);
		}
		return queue;
	}

	List<Item> items() {
		final var open = queue;
		return open == null ? List.of() : open.items();
	}

	/** Those that run, wait or are paused. */
	List<Item> active() {
		return items().stream().filter(item -> !item.state().ended()).toList();
	}

	Optional<Item> item(long id) {
		return items().stream().filter(item -> item.id() == id).findFirst();
	}

	/** Does something with the queue where it is open. */
	void with(Consumer<TransferQueue> action) {
		Optional.ofNullable(queue).ifPresent(action);
	}

	/** Hears of every change, many times a second, on any thread. */
	Subscription subscribe(Runnable listener) {
		listeners.add(listener);
		return () -> listeners.remove(listener);
	}

	private void closeQueue() {
		subscription.ifPresent(Subscription::close);
		subscription = Optional.empty();
		if (queue != null) {
			queue.close();
			queue = null;
		}
	}

	@Override
	public synchronized void close() {
		if (following != null) {
			following.close();
		}
		closeQueue();
	}
}
