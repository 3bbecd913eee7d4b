package dev.benchtop.core.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.WatchEvent.Kind;
import java.nio.file.WatchEvent.Modifier;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;

/** A path of a {@link FakeStorage}: one of the local file system's that says it belongs there. */
record FakePath(FakeStorage storage, Path inner) implements Path {

	private FakePath of(Path path) {
		return path == null ? null : new FakePath(storage, path);
	}

	static Path inner(Path path) {
		return path instanceof FakePath fake ? fake.inner : path;
	}

	/** Where its bytes are. */
	Path file() {
		return storage.folder().resolve("." + inner.toAbsolutePath());
	}

	@Override
	public FileSystem getFileSystem() {
		return storage;
	}

	@Override
	public boolean isAbsolute() {
		return inner.isAbsolute();
	}

	@Override
	public Path getRoot() {
		return of(inner.getRoot());
	}

	@Override
	public Path getFileName() {
		return of(inner.getFileName());
	}

	@Override
	public Path getParent() {
		return of(inner.getParent());
	}

	@Override
	public int getNameCount() {
		return inner.getNameCount();
	}

	@Override
	public Path getName(int index) {
		return of(inner.getName(index));
	}

	@Override
	public Path subpath(int begin, int end) {
		return of(inner.subpath(begin, end));
	}

	@Override
	public boolean startsWith(Path other) {
		return inner.startsWith(inner(other));
	}

	@Override
	public boolean endsWith(Path other) {
		return inner.endsWith(inner(other));
	}

	@Override
	public Path normalize() {
		return of(inner.normalize());
	}

	@Override
	public Path resolve(Path other) {
		return of(inner.resolve(inner(other)));
	}

	@Override
	public Path relativize(Path other) {
		return of(inner.relativize(inner(other)));
	}

	@Override
	public URI toUri() {
		return URI.create("opendal:" + inner);
	}

	@Override
	public Path toAbsolutePath() {
		return of(inner.toAbsolutePath());
	}

	@Override
	public Path toRealPath(LinkOption... options) {
		return of(inner.normalize());
	}

	@Override
	public WatchKey register(WatchService watcher, Kind<?>[] events, Modifier... modifiers) throws IOException {
		throw new UnsupportedOperationException();
	}

	@Override
	public int compareTo(Path other) {
		return inner.compareTo(inner(other));
	}

	@Override
	public String toString() {
		return inner.toString();
	}
}
