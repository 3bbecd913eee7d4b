package dev.benchtop.core.storage;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

import dev.benchtop.core.capability.StorageAttributes;

/**
 * What lies at a path; when its content changes, so does its stamp.
 *
 * @param size bytes; -1 where that is not known before it is read
 * @param etag empty where the storage has none
 * @param modified milliseconds since the epoch; 0 where that is not known
 */
record Stamp(Kind kind, long size, String etag, long modified) {

	enum Kind {
		FILE, FOLDER, OTHER
	}

	/** Differences that file systems make by rounding times. */
	private static final long ROUNDING_MILLIS = 2000;

	/** What is there, links followed. */
	static Stamp of(Path path) throws IOException {
		final BasicFileAttributes found = isLocal(path) ? basic(path) : remote(path);
		final Kind kind = found.isDirectory() ? Kind.FOLDER : found.isRegularFile() ? Kind.FILE : Kind.OTHER;
		final String etag = found instanceof StorageAttributes more ? more.etag().orElse("") : ""; //$NON-NLS-1$ //$NON-NLS-2$
		return new Stamp(kind, kind == Kind.OTHER ? -1 : found.size(), etag, Math.max(0, found.lastModifiedTime().toMillis()));
	}

	/** What is there; empty where nothing is. */
	static Optional<Stamp> find(Path path) throws IOException {
		try {
			return Optional.of(of(path));
		} catch (NoSuchFileException e) {
			return Optional.empty();
		}
	}

	private static BasicFileAttributes remote(Path path) throws IOException {
		try {
			return Files.readAttributes(path, StorageAttributes.class);
		} catch (UnsupportedOperationException e) {
			return basic(path);
		}
	}

	private static BasicFileAttributes basic(Path path) throws IOException {
		return Files.readAttributes(path, BasicFileAttributes.class);
	}

	static boolean isLocal(Path path) {
		return path.getFileSystem() == FileSystems.getDefault();
	}

	boolean isFolder() {
		return kind == Kind.FOLDER;
	}

	boolean isFile() {
		return kind == Kind.FILE;
	}

	/** Whether another content would have another stamp. */
	boolean tells() {
		return size >= 0 && (!etag.isEmpty() || modified > 0);
	}

	/** Whether a copy that is there is of another content than this, as far as one can see from outside. */
	boolean differs(Stamp copy) {
		return size != copy.size || modified > 0 && copy.modified > 0 && modified > copy.modified + ROUNDING_MILLIS;
	}
}
