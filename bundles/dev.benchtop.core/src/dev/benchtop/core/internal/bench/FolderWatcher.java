package dev.benchtop.core.internal.bench;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_MODIFY;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Path;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;

/** Says when bench files in a folder change; a burst of changes is said once, when it is over. */
final class FolderWatcher implements AutoCloseable {

	private static final long QUIET_MILLIS = 150;
	private static final long RETRY_MILLIS = 1000;
	private static final int BURST = 10;

	private final Path folder;
	private final Runnable changed;
	private final WatchService service;

	FolderWatcher(Path folder, Runnable changed) throws BenchException {
		this.folder = folder;
		this.changed = changed;
		try {
			service = folder.getFileSystem().newWatchService();
			register();
		} catch (IOException e) {
			throw BenchException.failed(NLS.bind(Messages.folderUnreadable, folder)).why(e).build();
		}
		Thread.ofVirtual().name("Bench watcher").start(this::watch); //$NON-NLS-1$
	}

	private void register() throws IOException {
		folder.register(service, ENTRY_CREATE, ENTRY_MODIFY, ENTRY_DELETE);
	}

	private void watch() {
		try {
			for (boolean there = true;; there = there || registerAgain()) {
				final var key = there ? service.take() : service.poll(RETRY_MILLIS, TimeUnit.MILLISECONDS);
				if (key == null) {
					continue;
				}
				boolean due = concernsBench(key);
				there = key.reset();
				if (!there || due) {
					there &= awaitQuiet();
					say();
				}
			}
		} catch (ClosedWatchServiceException e) {
			System.getLogger(FolderWatcher.class.getName()).log(System.Logger.Level.DEBUG, folder);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** What fails while it is told does not end the watching. */
	private void say() {
		try {
			changed.run();
		} catch (RuntimeException e) {
			System.getLogger(FolderWatcher.class.getName()).log(System.Logger.Level.ERROR, folder.toString(), e);
		}
	}

	/** Lets a burst end; returns whether the folder is still watched. */
	private boolean awaitQuiet() throws InterruptedException {
		boolean there = true;
		for (int i = 0; i < BURST && there; i++) {
			final var key = service.poll(QUIET_MILLIS, TimeUnit.MILLISECONDS);
			if (key == null) {
				return true;
			}
			key.pollEvents();
			there = key.reset();
		}
		return there;
	}

	/** A folder that was taken away may come back. */
	private boolean registerAgain() {
		try {
			register();
			say();
			return true;
		} catch (IOException e) {
			return false;
		}
	}

	private boolean concernsBench(WatchKey key) {
		return key.pollEvents().stream().map(WatchEvent::context)
				.anyMatch(context -> !(context instanceof Path name) || BenchModel.isBenchFile(folder.resolve(name)));
	}

	@Override
	public void close() {
		try {
			service.close();
		} catch (IOException e) {
			System.getLogger(FolderWatcher.class.getName()).log(System.Logger.Level.WARNING, folder.toString(), e);
		}
	}
}
