package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.capability.Passing;

/** Decides whether something is tried again, and waits before it is: longer each time, until something has moved on. */
final class Patience {

	private static final int TRIES = 4;

	private final CancelToken token;
	private final Duration pause;
	private int failures;

	/** {@code pause} is the first wait, doubled by each that follows. */
	Patience(CancelToken token, Duration pause) {
		this.token = token;
		this.pause = pause;
	}

	/** Something has moved on. */
	void reward() {
		failures = 0;
	}

	/**
	 * Returns when it is time to try again; throws the failure where that is not worth it.
	 *
	 * @throws BenchException if it is cancelled
	 */
	void afterFailure(IOException failure, Path place) throws IOException, BenchException {
		token.check();
		failures++;
		if (failures == TRIES || Stamp.isLocal(place) || isFinal(failure)) {
			throw failure;
		}
		final var cancelled = new CountDownLatch(1);
		try (var _ = token.onCancel(cancelled::countDown)) {
			cancelled.await(pause.toMillis() << failures - 1, TimeUnit.MILLISECONDS);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw BenchException.cancelled();
		}
		token.check();
	}

	/** Whether the storage has given an answer that it would give again. */
	private static boolean isFinal(IOException failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof Passing known) {
				return !known.mayPass();
			}
		}
		return switch (failure) {
		case NoSuchFileException _, AccessDeniedException _, FileAlreadyExistsException _, NotDirectoryException _, DirectoryNotEmptyException _,
				FileSystemLoopException _, SourceException _ -> true;
		default -> false;
		};
	}
}
