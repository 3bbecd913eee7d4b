package dev.benchtop.ui.storage;

import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

import org.eclipse.swt.widgets.Display;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.ui.storage.Listing.Snapshot;

/** Loads one folder after another for a listener on the UI thread; a folder that is left is not read to its end. */
final class FolderLoader implements AutoCloseable {

	/** Hears what is read; all on the UI thread. */
	interface Listener {
		void opened(OpenFolder folder);

		void rows(Snapshot snapshot);
	}

	private final StorageRoom room;
	private final Display display;
	private final Listener listener;
	private final AtomicReference<Snapshot> waiting = new AtomicReference<>();
	private final Listing listing = new Listing(this::hand);
	private CancelToken loading = CancelToken.none();
	private volatile long current;

	FolderLoader(StorageRoom room, Display display, Listener listener) {
		this.room = room;
		this.display = display;
		this.listener = listener;
	}

	Listing listing() {
		return listing;
	}

	/** Begins to read a folder; on the UI thread. */
	void load(Place place) {
		loading.cancel();
		final var token = new CancelToken();
		loading = token;
		final long generation = listing.begin();
		current = generation;
		waiting.set(null);
		Thread.ofPlatform().daemon().name("Storage folder " + place).start(() -> read(place, generation, token)); //$NON-NLS-1$
	}

	private void read(Place place, long generation, CancelToken token) {
		try {
			final var folder = room.open(place);
			onScreen(() -> opened(generation, folder));
			FolderReader.read(folder.path(), token, row -> listing.add(generation, row));
			listing.end(generation, Optional.empty());
		} catch (BenchException e) {
			listing.end(generation, Optional.of(e));
		} catch (IOException e) {
			listing.end(generation, Optional.of(Failures.of(Messages.FolderLoader_failed, place, e)));
		} catch (RuntimeException e) {
			listing.end(generation, Optional.of(BenchException.failed(Messages.FolderLoader_failed).where(place.text()).why(e).build()));
		}
	}

	private void opened(long generation, OpenFolder folder) {
		if (generation == current) {
			listener.opened(folder);
		}
	}

	/** Whichever snapshot is the newest when the UI thread gets to it is shown. */
	private void hand(Snapshot snapshot) {
		if (waiting.getAndSet(snapshot) == null) {
			onScreen(() -> Optional.ofNullable(waiting.getAndSet(null)).filter(newest -> newest.generation() == current).ifPresent(listener::rows));
		}
	}

	private void onScreen(Runnable action) {
		if (!display.isDisposed()) {
			display.asyncExec(action);
		}
	}

	/** Reads no more of the folder; on the UI thread. */
	void stop() {
		loading.cancel();
		current = -1;
	}

	@Override
	public void close() {
		stop();
		listing.close();
	}
}
