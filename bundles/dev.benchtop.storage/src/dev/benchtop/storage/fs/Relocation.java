package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.CopyOption;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** Copies or moves one file or folder as {@code Files.copy} and {@code Files.move} define it, inside the storage where it can be done there. */
final class Relocation {

	private static final int BUFFER = 256 * 1024;

	private final StorageFileSystem from;
	private final StorageFileSystem to;
	private final String source;
	private final String target;
	private final Set<CopyOption> options;

	Relocation(StoragePath source, StoragePath target, CopyOption... options) {
		this.from = source.getFileSystem();
		this.to = target.getFileSystem();
		this.source = source.key();
		this.target = target.key();
		this.options = Set.copyOf(List.of(options));
	}

	void copy() throws IOException {
		if (options.contains(StandardCopyOption.ATOMIC_MOVE)) {
			throw new UnsupportedOperationException(StandardCopyOption.ATOMIC_MOVE.name());
		}
		if (!isSame()) {
			copy(clearTarget(Operation.COPY));
		}
	}

	void move() throws IOException {
		if (isSame()) {
			return;
		}
		final boolean renames = from == to && from.abilities().can(Ability.RENAME);
		if (options.contains(StandardCopyOption.ATOMIC_MOVE) && !renames) {
			throw new AtomicMoveNotSupportedException(from.failures().place(source), to.failures().place(target), Messages.Relocation_atomic);
		}
		if (from == to && Keys.isBelow(target, source)) {
			throw from.failures().of(Operation.RENAME, source, Kind.FAILED, Messages.Relocation_inside);
		}
		final Entry what = clearTarget(Operation.RENAME);
		if (renames) {
			from.changes().rename(from.notRoot(Operation.RENAME, StoragePath.of(from, source)), target);
			return;
		}
		if (what.folder()) {
			checkEmpty(from, source, Operation.RENAME);
		}
		copy(what);
		from.changes().delete(source);
	}

	private boolean isSame() throws IOException {
		if (from == to && source.equals(target)) {
			from.stat(source);
			return true;
		}
		return false;
	}

	/** Makes sure that nothing is in the way of what is at the source. */
	private Entry clearTarget(Operation operation) throws IOException {
		final Entry what = from.calls().again(operation, source, () -> from.backend().stat(source));
		final Optional<Entry> there = to.calls().find(target);
		if (there.isPresent()) {
			if (!options.contains(StandardCopyOption.REPLACE_EXISTING)) {
				throw to.failures().of(operation, target, Kind.EXISTS, ""); //$NON-NLS-1$
			}
			if (there.get().folder()) {
				checkEmpty(to, target, operation);
			}
			if (there.get().folder() || what.folder()) {
				to.changes().delete(to.notRoot(operation, StoragePath.of(to, target)));
			}
		}
		return what;
	}

	private static void checkEmpty(StorageFileSystem files, String folder, Operation operation) throws IOException {
		try (var inside = files.list(StoragePath.of(files, folder), false, path -> true)) {
			if (inside.iterator().hasNext()) {
				throw files.failures().of(operation, folder, Kind.NOT_EMPTY, ""); //$NON-NLS-1$
			}
		}
	}

	private void copy(Entry what) throws IOException {
		if (what.folder()) {
			to.changes().createFolder(target);
		} else if (from == to && from.abilities().can(Ability.COPY)) {
			from.changes().copy(source, target);
		} else {
			stream();
		}
	}

	private void stream() throws IOException {
		try (var input = from.read(source); var output = to.changes().write(target, input.knownSize(), to.failures())) {
			try {
				final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
				while (input.read(buffer) >= 0) {
					output.write(buffer.flip());
					buffer.clear();
				}
			} catch (final IOException | RuntimeException e) {
				output.abandon();
				throw e;
			}
		}
	}
}
