package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Presigner;
import dev.benchtop.storage.backend.Backend;

/** A storage as a file system. Its paths are {@code /a/b}; errors name them {@code STORAGE:/a/b}. */
public final class StorageFileSystem implements AutoCloseable {

	private StorageFileSystem() {
	}

	/**
	 * Opens a file system; connects to nothing.
	 *
	 * @param name of the storage, for errors
	 * @param backend closed with the file system
	 * @param track whether to remember what is made, for {@link #created} and {@link #removeCreated}; costs a look before something new is made
	 */
	public static StorageFileSystem open(String name, Backend backend, boolean track) {
		throw new UnsupportedOperationException();
	}

	/** The name of the storage. */
	public String name() {
		throw new UnsupportedOperationException();
	}

	public Path root() {
		throw new UnsupportedOperationException();
	}

	public Abilities abilities() {
		throw new UnsupportedOperationException();
	}

	/** Looks whether the root can be read. */
	public void test() throws IOException {
	}

	/** Names all below a folder, see {@link dev.benchtop.core.capability.Storage#scan}. */
	public DirectoryStream<Path> scan(Path folder) throws IOException {
		throw new UnsupportedOperationException();
	}

	/** Deletes a file, or a folder and all below it. */
	public void deleteTree(Path path) throws IOException {
	}

	/** What was made through this file system and is there still; relative to the root. */
	public Set<String> created() {
		return Set.of();
	}

	/** Deletes what was made, and folders that were made if nothing else lies in them; a failure is logged. */
	public void removeCreated() {
	}

	/** See {@link Presigner#presign}. */
	public Presigner.Request presign(Path path, Presigner.Operation operation, Duration expiry) throws BenchException {
		throw new UnsupportedOperationException();
	}

	@Override
	public void close() {
	}
}
