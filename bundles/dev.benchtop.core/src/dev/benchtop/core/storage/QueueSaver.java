package dev.benchtop.core.storage;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.storage.TransferQueue.Item;

/** Does what a queue has to do on the disk, on a thread of its own: many changes in a row are saved at once. */
final class QueueSaver implements AutoCloseable {

	private final QueueFile file;
	private final Supplier<List<Item>> items;
	private final ExecutorService writer = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("benchtop transfer queue").factory()); //$NON-NLS-1$
	private final AtomicBoolean saving = new AtomicBoolean();

	QueueSaver(QueueFile file, Supplier<List<Item>> items) {
		this.file = file;
		this.items = items;
	}

	/** Saves the items as they stand then; nothing once it is closed. */
	void saveSoon() {
		if (saving.compareAndSet(false, true)) {
			execute(this::save);
		}
	}

	/** Runs something after all that was asked for before; nothing once it is closed. */
	void execute(Runnable work) {
		try {
			writer.execute(work);
		} catch (RejectedExecutionException e) {
			return; // closed, and saved for the last time
		}
	}

	private void save() {
		saving.set(false);
		try {
			file.write(items.get());
		} catch (IOException e) {
			System.getLogger(TransferQueue.class.getName()).log(Level.ERROR, NLS.bind(Messages.TransferQueue_notSaved, file), e);
		}
	}

	/** Saves for the last time, and returns within 1 s. */
	@Override
	public void close() {
		saveSoon();
		writer.shutdown();
		try {
			writer.awaitTermination(1, TimeUnit.SECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}
}
