package dev.benchtop.core.storage;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** A file system such as a storage's, with its files in a local folder, that breaks where a test wants it. */
final class FakeStorage extends FileSystem {

	private final Path folder;
	private final FakeProvider provider = new FakeProvider();

	FakeStorage(Path folder) {
		this.folder = folder;
	}

	Path folder() {
		return folder;
	}

	FakeProvider faults() {
		return provider;
	}

	Path root() {
		return new FakePath(this, Path.of("/"));
	}

	Location at(String path) {
		return new Location("fake:/" + path, root().resolve(path), java.util.Optional.empty());
	}

	@Override
	public FileSystemProvider provider() {
		return provider;
	}

	@Override
	public void close() {
		throw new UnsupportedOperationException();
	}

	@Override
	public boolean isOpen() {
		return true;
	}

	@Override
	public boolean isReadOnly() {
		return false;
	}

	@Override
	public String getSeparator() {
		return "/";
	}

	@Override
	public Iterable<Path> getRootDirectories() {
		return List.of(root());
	}

	@Override
	public Iterable<FileStore> getFileStores() {
		return List.of();
	}

	@Override
	public Set<String> supportedFileAttributeViews() {
		return Set.of("basic");
	}

	@Override
	public Path getPath(String first, String... more) {
		return new FakePath(this, Path.of(first, more));
	}

	@Override
	public PathMatcher getPathMatcher(String pattern) {
		throw new UnsupportedOperationException();
	}

	@Override
	public UserPrincipalLookupService getUserPrincipalLookupService() {
		throw new UnsupportedOperationException();
	}

	@Override
	public WatchService newWatchService() {
		throw new UnsupportedOperationException();
	}
}
