package dev.benchtop.testing;

import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.List;
import java.util.Set;

/** A file system that has a provider and nothing else, for a test to give it more. */
public class BareFileSystem extends FileSystem {

	private final FileSystemProvider provider;

	public BareFileSystem(FileSystemProvider provider) {
		this.provider = provider;
	}

	@Override
	public final FileSystemProvider provider() {
		return provider;
	}

	@Override
	public final void close() {
		throw new UnsupportedOperationException();
	}

	@Override
	public final boolean isOpen() {
		return true;
	}

	@Override
	public boolean isReadOnly() {
		return true;
	}

	@Override
	public final String getSeparator() {
		return "/";
	}

	@Override
	public Iterable<Path> getRootDirectories() {
		return List.of();
	}

	@Override
	public final Iterable<FileStore> getFileStores() {
		return List.of();
	}

	@Override
	public Set<String> supportedFileAttributeViews() {
		return Set.of();
	}

	@Override
	public Path getPath(String first, String... more) {
		throw new UnsupportedOperationException();
	}

	@Override
	public final PathMatcher getPathMatcher(String pattern) {
		throw new UnsupportedOperationException();
	}

	@Override
	public final UserPrincipalLookupService getUserPrincipalLookupService() {
		throw new UnsupportedOperationException();
	}

	@Override
	public final WatchService newWatchService() {
		throw new UnsupportedOperationException();
	}
}
