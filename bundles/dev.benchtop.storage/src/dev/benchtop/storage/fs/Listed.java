package dev.benchtop.storage.fs;

import java.util.concurrent.TimeUnit;

import dev.benchtop.storage.backend.Entry;

/**
 * What a listing said of a path, good for a moment and until something is changed through the same file system, so that a walk asks nothing twice.
 *
 * @param changes the changes that the file system knew of when it was listed
 * @param since {@link System#nanoTime} of that
 */
record Listed(Entry entry, long changes, long since) {

	private static final long MOMENT = TimeUnit.SECONDS.toNanos(2);

	/** Whether it can stand for a look; not where the listing did not say the size. */
	boolean isFresh(long changesNow) {
		return entry.size() >= 0 && changes == changesNow && System.nanoTime() - since < MOMENT;
	}
}
