package dev.benchtop.storage.fs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;
import dev.benchtop.storage.backend.NioFailures;

/** Opens a file: by the channel of the file system that it lies in, where it does; else as a whole, to be read or to be written. */
final class Opening {

	private final StorageFileSystem files;
	private final String key;
	private final OpenMode mode;
	private final Operation operation;

	Opening(StoragePath path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
		if (attributes.length > 0) {
			throw new UnsupportedOperationException(attributes[0].name());
		}
		this.files = path.getFileSystem();
		this.key = path.key();
		this.mode = OpenMode.of(options);
		this.operation = mode.writes() ? Operation.WRITE : Operation.READ;
	}

	/** Opens a stream; without options, the file is replaced. */
	static Opening forOutput(StoragePath path, OpenOption... options) {
		final Set<OpenOption> all = new HashSet<>(options.length == 0
				? List.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING) : List.of(options));
		if (all.contains(StandardOpenOption.READ)) {
			throw new IllegalArgumentException(StandardOpenOption.READ.name());
		}
		all.add(StandardOpenOption.WRITE);
		return new Opening(path, all);
	}

	SeekableByteChannel channel() throws IOException {
		if (!mode.replaces()) {
			final Optional<Path> real = files.direct(operation, key);
			if (real.isPresent()) {
				return open(real.get());
			}
			mode.checkSequential();
		}
		return mode.writes() ? upload() : files.read(key);
	}

	OutputStream stream() throws IOException {
		final SeekableByteChannel channel = channel();
		return channel instanceof UploadChannel upload ? new UploadStream(files.threads(), upload) : Channels.newOutputStream(channel);
	}

	/** Random access, which only a file system gives. */
	FileChannel fileChannel() throws IOException {
		return open(files.direct(operation, key).orElseThrow(UnsupportedOperationException::new));
	}

	private FileChannel open(Path real) throws IOException {
		final List<String> made = mode.writes() ? files.changes().missing(key) : List.of();
		try {
			if (Files.isDirectory(real)) {
				throw files.failures().of(operation, key, Kind.IS_FOLDER, ""); //$NON-NLS-1$
			}
			final FileChannel channel = FileChannel.open(real, mode.options());
			if (mode.writes()) {
				files.changes().made(made);
			}
			return channel;
		} catch (final IOException e) {
			throw files.failures().of(operation, key, NioFailures.of(e));
		}
	}

	private UploadChannel upload() throws IOException {
		files.notRoot(operation, StoragePath.of(files, key));
		final boolean mayReplace = mode.has(StandardOpenOption.TRUNCATE_EXISTING) && !mode.has(StandardOpenOption.CREATE_NEW);
		if (!mayReplace || !mode.has(StandardOpenOption.CREATE)) {
			check(files.calls().find(key));
		}
		return files.changes().write(key, mode.size(), files.failures());
	}

	/** What there is must not be there, or must be there, or cannot be written into. */
	private void check(Optional<Entry> there) throws IOException {
		if (there.isEmpty()) {
			if (!mode.has(StandardOpenOption.CREATE) && !mode.has(StandardOpenOption.CREATE_NEW)) {
				throw files.failures().of(operation, key, Kind.MISSING, ""); //$NON-NLS-1$
			}
		} else if (mode.has(StandardOpenOption.CREATE_NEW)) {
			throw files.failures().of(operation, key, Kind.EXISTS, ""); //$NON-NLS-1$
		} else if (!mode.has(StandardOpenOption.TRUNCATE_EXISTING)) {
			throw new UnsupportedOperationException(files.failures().place(key) + ": " + Messages.whole); //$NON-NLS-1$
		}
	}
}
