package dev.benchtop.core.flash;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

import dev.benchtop.core.PrivateFiles;

/**
 * A lock of the operating system that a flash has from its first to its last write. Who took the board over waits for it: the flash
 * that was cancelled by that may need a moment to end.
 */
final class RunLock implements AutoCloseable {

	private static final long LOOK_MILLIS = 20;

	private final FileChannel channel;

	private RunLock(FileChannel channel) {
		this.channel = channel;
	}

	/** Takes it; empty where the other one does not give it back in time. */
	static Optional<RunLock> take(Path stateFolder, Duration patience) throws IOException, InterruptedException {
		final Path file = PrivateFiles.folder(Journal.folder(stateFolder)).resolve(".running"); //$NON-NLS-1$
		final FileChannel channel = PrivateFiles.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		final long until = System.nanoTime() + patience.toNanos();
		boolean taken = false;
		try {
			taken = tryLock(channel);
			while (!taken && System.nanoTime() < until) {
				Thread.sleep(LOOK_MILLIS);
				taken = tryLock(channel);
			}
			return taken ? Optional.of(new RunLock(channel)) : Optional.empty();
		} finally {
			if (!taken) {
				channel.close();
			}
		}
	}

	private static boolean tryLock(FileChannel channel) throws IOException {
		try {
			return channel.tryLock() != null;
		} catch (OverlappingFileLockException e) {
			return false;
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
