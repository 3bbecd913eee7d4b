package dev.benchtop.core.storage;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;

/**
 * Copies or moves one file or one tree. A file appears under its name when it is complete; what was interrupted on its way to a local file
 * is resumed by the next transfer of the same source to the same place.
 */
public final class Transfer {

	/** A transfer of {@code from} to {@code to} itself: a tree's content goes into the folder {@code to}, which is made. */
	public Transfer(Location from, Location to, TransferOptions options) {
	}

	/**
	 * Transfers. A file of a tree that fails does not stop the others; a report with failures is a failure all the same.
	 *
	 * @throws BenchException if it was cancelled, or refused before anything was done
	 */
	public TransferReport run(Progress progress) throws BenchException {
		throw new UnsupportedOperationException();
	}
}
