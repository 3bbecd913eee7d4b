package dev.benchtop.storage.opendal;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Takes away what an upload that was given up leaves on the server. */
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

	private Leftovers() {
	}

	/** Begins, and waits a little for the end; what takes longer goes on behind. The server may not know yet that the upload has ended. */
	static void remove(String what, Removal removal) {
		final ExecutorService cleaner = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("storage-clean-up").factory()); //$NON-NLS-1$
		cleaner.execute(() -> tryToRemove(what, removal));
		cleaner.shutdown();
		try {
			cleaner.awaitTermination(SHORTLY_MILLIS, TimeUnit.MILLISECONDS);
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
		System.getLogger(Leftovers.class.getName()).log(System.Logger.Level.WARNING, NLS.bind(Messages.Leftovers_stay, what, why));
	}
}
