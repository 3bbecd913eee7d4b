package dev.benchtop.core.storage;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.benchtop.testing.BareFileSystem;

/** A file system such as a storage's, with its files in a local folder, that breaks where a test wants it. */
final class FakeStorage extends BareFileSystem {

	private final Path folder;
	private final FakeProvider faults;

	FakeStorage(Path folder) {
		this(folder, new FakeProvider());
	}

	private FakeStorage(Path folder, FakeProvider faults) {
		super(faults);
		this.folder = folder;
		this.faults = faults;
	}

	Path folder() {
		return folder;
	}

	FakeProvider faults() {
		return faults;
	}

	Path root() {
		return new FakePath(this, Path.of("/"));
	}

	Location at(String path) {
		return new Location("fake:/" + path, root().resolve(path), Optional.empty());
	}

	@Override
	public boolean isReadOnly() {
		return false;
	}

	@Override
	public Iterable<Path> getRootDirectories() {
		return List.of(root());
	}

	@Override
	public Set<String> supportedFileAttributeViews() {
		return Set.of("basic");
	}

	@Override
	public Path getPath(String first, String... more) {
		return new FakePath(this, Path.of(first, more));
	}
}
