package dev.benchtop.core.internal.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.benchtop.core.bench.BoardLock.Hold;

/** A hold that lasts as long as its file says so. */
final class FileHold implements Hold {

	/** Enough of a file to see that it was not replaced, without reading it. */
	private record Stamp(Object key, FileTime modified) {
		static Stamp of(Path file) throws IOException {
			final var attributes = Files.readAttributes(file, BasicFileAttributes.class);
			return new Stamp(attributes.fileKey(), attributes.lastModifiedTime());
		}
	}

	private enum State {
		HELD, LOST, CLOSED
	}

	private final FileLocks locks;
	private final Path file;
	private final String id;
	private final List<Runnable> actions = new ArrayList<>();
	private Stamp stamp;
	private State state = State.HELD;

	FileHold(FileLocks locks, Path file, String id) throws IOException {
		this.locks = locks;
		this.file = file;
		this.id = id;
		this.stamp = Stamp.of(file);
	}

	@Override
	public boolean valid() {
		final List<Runnable> due;
		synchronized (this) {
			if (state != State.HELD || ours()) {
				return state == State.HELD;
			}
			state = State.LOST;
			due = List.copyOf(actions);
		}
		locks.forget(this);
		due.forEach(this::run);
		return false;
	}

	/** One action that fails keeps neither the others from being run nor the other holds from being looked at. */
	private void run(Runnable action) {
		try {
			action.run();
		} catch (RuntimeException e) {
			System.getLogger(FileHold.class.getName()).log(System.Logger.Level.ERROR, file.toString(), e);
		}
	}

	private boolean ours() {
		try {
			final Stamp now = Stamp.of(file);
			if (Objects.equals(now, stamp)) {
				return true;
			}
			stamp = now;
			return LockFile.read(file).filter(lock -> lock.id().equals(id)).isPresent();
		} catch (IOException e) {
			return false;
		}
	}

	@Override
	public void onLost(Runnable action) {
		synchronized (this) {
			if (state != State.LOST) {
				actions.add(action);
				return;
			}
		}
		action.run();
	}

	@Override
	public void close() {
		synchronized (this) {
			if (state != State.HELD) {
				return;
			}
			state = State.CLOSED;
		}
		locks.release(this, file, id);
	}
}
