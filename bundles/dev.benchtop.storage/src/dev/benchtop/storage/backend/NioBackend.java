package dev.benchtop.storage.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * A storage that is a folder of another file system. Links are followed as long as they stay inside of the folder; links themselves are what is
 * renamed and deleted.
 */
public abstract class NioBackend implements Backend {

	/** The folder, with all links resolved. */
	protected abstract Path root() throws IOException;

	/** Tells a failure of the file system; one that the connection caused is {@link Kind#BROKEN}. */
	protected BackendException failure(IOException failure) {
		return NioFailures.of(failure);
	}

	/** A path with all links resolved. */
	protected Path real(Path path) throws IOException {
		return path.toRealPath();
	}

	/** Opens a file at an offset. */
	protected InputStream open(Path file, long offset) throws IOException {
		return Channels.newInputStream(FileChannel.open(file, StandardOpenOption.READ).position(offset));
	}

	/** Opens a file that is not there yet. */
	protected WritableByteChannel create(Path file) throws IOException {
		return FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
	}

	/** Renames, over a file that is there. */
	protected void move(Path from, Path to) throws IOException {
		try {
			Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
		} catch (final AtomicMoveNotSupportedException e) {
			Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
		}
	}

	/** Something to do in the file system. */
	@FunctionalInterface
	protected interface Action<T> {
		T run() throws IOException;
	}

	/** Does it, and tells its failure as a backend does. */
	protected final <T> T run(Action<T> action) throws BackendException {
		try {
			return action.run();
		} catch (final IOException e) {
			throw failure(e);
		} catch (final UncheckedIOException | DirectoryIteratorException e) {
			throw failure((IOException) e.getCause());
		} catch (final InvalidPathException e) {
			throw new BackendException(Kind.FAILED, e.getReason(), e);
		}
	}

	@Override
	public Entry stat(String key) throws IOException {
		return run(() -> entry(key, Files.readAttributes(existing(key), BasicFileAttributes.class)));
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		final List<Entry> folders = new ArrayList<>();
		final Path folder = run(() -> existing(key));
		try (var names = run(() -> Files.newDirectoryStream(folder))) {
			final var each = names.iterator();
			while (run(each::hasNext)) {
				final Path path = each.next();
				final Optional<Entry> entry = run(() -> entry(key.isEmpty() ? name(path) : key + '/' + name(path), path));
				if (entry.isPresent()) {
					sink.accept(entry.get());
					if (recursive && entry.get().folder() && !Files.isSymbolicLink(path)) {
						folders.add(entry.get());
					}
				}
			}
		}
		for (final Entry each : folders) {
			list(each.key(), true, sink);
		}
	}

	private static String name(Path path) {
		return path.getFileName().toString();
	}

	/** What was listed; a link that leads nowhere or out of the root is a file of which nothing is known. Empty if it is gone again. */
	private Optional<Entry> entry(String key, Path path) throws IOException {
		try {
			final var attributes = Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
			return Optional.of(attributes.isSymbolicLink() ? linked(key) : entry(key, attributes));
		} catch (final NoSuchFileException e) {
			return Optional.empty();
		}
	}

	private Entry linked(String key) {
		try {
			return stat(key);
		} catch (final IOException e) {
			return Entry.file(key, 0, Optional.empty());
		}
	}

	private static Entry entry(String key, BasicFileAttributes attributes) {
		final var modified = Optional.of(attributes.lastModifiedTime().toInstant());
		return new Entry(key, attributes.isDirectory(), attributes.isDirectory() ? 0 : attributes.size(), modified, Optional.empty(),
				Optional.empty(), Optional.empty(), Optional.empty());
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		return run(() -> open(existing(key), offset));
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		return run(() -> {
			final Path file = place(key);
			if (Files.isDirectory(file)) {
				throw new BackendException(Kind.IS_FOLDER, ""); //$NON-NLS-1$
			}
			createFolders(file.getParent());
			final Path part = PartUpload.partOf(file);
			return new PartUpload(this, create(part), part, file);
		});
	}

	@Override
	public void createFolder(String key) throws IOException {
		run(() -> {
			createFolders(place(key));
			return null;
		});
	}

	/** Makes a folder and its parents, quickly where it is there already. */
	private static void createFolders(Path folder) throws IOException {
		if (Files.isDirectory(folder)) {
			return;
		}
		try {
			Files.createDirectories(folder);
		} catch (final FileAlreadyExistsException e) {
			throw new NotDirectoryException(e.getFile());
		}
	}

	@Override
	public void copy(String from, String to) throws IOException {
		run(() -> {
			final Path source = existing(from);
			final Path file = place(to);
			createFolders(file.getParent());
			final Path part = PartUpload.partOf(file);
			try {
				Files.copy(source, part);
				move(part, file);
			} finally {
				Files.deleteIfExists(part);
			}
			return null;
		});
	}

	@Override
	public void rename(String from, String to) throws IOException {
		run(() -> {
			final Path file = place(to);
			createFolders(file.getParent());
			move(place(from), file);
			return null;
		});
	}

	@Override
	public void delete(String key) throws IOException {
		run(() -> {
			Files.delete(place(key));
			return null;
		});
	}

	@Override
	public void deleteTree(String key) throws IOException {
		run(() -> Files.walkFileTree(place(key), new SimpleFileVisitor<>() {
			@Override
			public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
				Files.delete(file);
				return FileVisitResult.CONTINUE;
			}

			@Override
			public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
				if (failure != null) {
					throw failure;
				}
				Files.delete(folder);
				return FileVisitResult.CONTINUE;
			}
		}));
	}

	/** Where something lies, with all links resolved. */
	protected final Path existing(String key) throws IOException {
		return inside(real(path(key)));
	}

	/** Where something is, or is to be made: the links of its folder resolved, its own name as it is. */
	protected final Path place(String key) throws IOException {
		final Path path = path(key);
		if (key.isEmpty()) {
			return path;
		}
		Path folder = path.getParent();
		while (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
			folder = folder.getParent();
		}
		return inside(real(folder)).resolve(folder.relativize(path));
	}

	private Path path(String key) throws IOException {
		final Path root = root();
		final String separator = root.getFileSystem().getSeparator();
		if (!separator.equals("/") && key.contains(separator)) { //$NON-NLS-1$
			throw new BackendException(Kind.DENIED, Messages.NioBackend_separator);
		}
		return key.isEmpty() ? root : root.resolve(key);
	}

	private Path inside(Path real) throws IOException {
		if (!real.startsWith(root())) {
			throw new BackendException(Kind.DENIED, Messages.NioBackend_outside);
		}
		return real;
	}
}
