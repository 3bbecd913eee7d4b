package dev.benchtop.storage.opendal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Takes away what uploads that were given up leave on the server. */
final class Leftovers {

	/** The rest of the second that closing may take is for the caller. */
	private static final long SHORTLY_MILLIS = 700;
	private static final int MOST = 8;
	private static final long FIRST_PAUSE_MILLIS = 100;

	/** One attempt, with whether it worked. */
	@FunctionalInterface
	interface Removal {
		boolean run() throws BackendException;
	}

	/** Something that may leave something behind. */
	interface Ending extends AutoCloseable {
		@Override
		void close();
	}

	private int pending;

	/** Says that an upload is about to be given up: until that is closed, {@link #await} waits for what becomes of it. */
	Ending ending() {
		count(1);
		return () -> count(-1);
	}

	private synchronized void count(int more) {
		pending += more;
		notifyAll();
	}

	/** Begins, and waits a little for the end; what takes longer goes on behind. The server may not know yet that the upload has ended. */
	void remove(String what, Removal removal) {
		count(1);
		final ExecutorService cleaner = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("storage-clean-up").factory()); //$NON-NLS-1$
		cleaner.execute(() -> {
			try {
				tryToRemove(what, removal);
			} finally {
				count(-1);
			}
		});
		cleaner.shutdown();
		try {
			cleaner.awaitTermination(SHORTLY_MILLIS, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	/** Returns when all is taken away, or after that many milliseconds. */
	synchronized void await(long millis) {
		final long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
		try {
			for (long left = millis; pending > 0 && left > 0; left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime())) {
				wait(left);
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private static void tryToRemove(String what, Removal removal) {
		String why = ""; //$NON-NLS-1$
		for (int i = 0; i < MOST; i++) {
			try {
				Thread.sleep(i == 0 ? 0 : FIRST_PAUSE_MILLIS << i);
				if (removal.run()) {
					return;
				}
			} catch (BackendException e) {
				if (e.kind() == Kind.CLOSED) {
					return;
				}
				why = e.getMessage();
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				return;
			}
		}
		if (FrameworkUtil.getBundle(Leftovers.class) != null) {
			System.getLogger(Leftovers.class.getName()).log(System.Logger.Level.WARNING, NLS.bind(Messages.Leftovers_stay, what, why));
		}
	}
}
