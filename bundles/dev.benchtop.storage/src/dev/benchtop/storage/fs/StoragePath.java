package dev.benchtop.storage.fs;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.ProviderMismatchException;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.benchtop.core.capability.LocalPath;

/**
 * A path of a storage: names with {@code /} between them; a relative one counts from the root, which nothing leads out of. A backslash in a
 * text is a {@code /}; any other character but NUL stands for itself. One that a listing gave carries what the listing said of it.
 */
final class StoragePath implements Path, LocalPath {

	private static final String SEPARATOR = "/"; //$NON-NLS-1$
	private static final String PARENT = ".."; //$NON-NLS-1$

	private final StorageFileSystem files;
	private final String text;
	private volatile Listed listed;

	/** @param text without empty names, and without a separator at its end */
	private StoragePath(StorageFileSystem files, String text) {
		this.files = files;
		this.text = text;
	}

	/** Reads a path as people and programs write it. */
	static StoragePath parse(StorageFileSystem files, String text) {
		if (text.indexOf('\0') >= 0) {
			throw new InvalidPathException(text, Messages.StoragePath_nul);
		}
		final String plain = text.replace('\\', '/');
		if (!plain.contains("//") && (plain.length() < 2 || !plain.endsWith(SEPARATOR))) { //$NON-NLS-1$
			return new StoragePath(files, plain);
		}
		final String names = String.join(SEPARATOR, split(plain));
		return new StoragePath(files, plain.startsWith(SEPARATOR) ? SEPARATOR + names : names);
	}

	/** The path of a key. */
	static StoragePath of(StorageFileSystem files, String key) {
		return new StoragePath(files, SEPARATOR + key);
	}

	/** The path of a key that a listing named. */
	static StoragePath of(StorageFileSystem files, Listed listed) {
		final StoragePath path = of(files, listed.entry().key());
		path.listed = listed;
		return path;
	}

	/** A path as one of ours. */
	static StoragePath of(Path path) {
		if (Objects.requireNonNull(path) instanceof StoragePath ours) {
			return ours;
		}
		throw new ProviderMismatchException();
	}

	/** The key that it stands for, of its file system's backend. */
	String key() {
		final String key = isAbsolute() ? text.substring(1) : text;
		return isPlain(key) ? key : String.join(SEPARATOR, normal(split(key), true));
	}

	/** What a listing said of it, the first time this is asked. */
	Optional<Listed> takeListed() {
		final Listed taken = listed;
		listed = null;
		return Optional.ofNullable(taken);
	}

	/** Empty too where nothing lies there, so that the storage itself says so when it is read. */
	@Override
	public Optional<Path> local() throws IOException {
		return files.direct(Operation.READ, key()).filter(Files::exists);
	}

	private static boolean isPlain(String key) {
		return !key.startsWith(".") && !key.contains("/."); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static List<String> split(String text) {
		final List<String> names = new ArrayList<>();
		for (int start = 0; start < text.length();) {
			int end = text.indexOf('/', start);
			end = end < 0 ? text.length() : end;
			if (end > start) {
				names.add(text.substring(start, end));
			}
			start = end + 1;
		}
		return names;
	}

	private static List<String> normal(List<String> names, boolean absolute) {
		final List<String> normal = new ArrayList<>();
		for (final String name : names) {
			if (!name.equals(PARENT)) {
				if (!name.equals(".")) { //$NON-NLS-1$
					normal.add(name);
				}
			} else if (!normal.isEmpty() && !normal.getLast().equals(PARENT)) {
				normal.removeLast();
			} else if (!absolute) {
				normal.add(name);
			}
		}
		return normal;
	}

	/** The names; one empty one for the empty path. */
	private List<String> names() {
		return text.isEmpty() ? List.of(text) : split(text);
	}

	private StoragePath with(boolean absolute, List<String> names) {
		final String joined = String.join(SEPARATOR, names);
		return new StoragePath(files, absolute ? SEPARATOR + joined : joined);
	}

	private StoragePath sibling(Path other) {
		final StoragePath ours = of(other);
		if (ours.files != files) {
			throw new ProviderMismatchException();
		}
		return ours;
	}

	private boolean isRoot() {
		return text.equals(SEPARATOR);
	}

	@Override
	public StorageFileSystem getFileSystem() {
		return files;
	}

	@Override
	public boolean isAbsolute() {
		return text.startsWith(SEPARATOR);
	}

	@Override
	public Path getRoot() {
		return isAbsolute() ? files.root() : null;
	}

	@Override
	public Path getFileName() {
		return isRoot() ? null : new StoragePath(files, text.substring(text.lastIndexOf('/') + 1));
	}

	@Override
	public Path getParent() {
		final int end = text.lastIndexOf('/');
		if (end < 0 || isRoot()) {
			return null;
		}
		return new StoragePath(files, end == 0 ? SEPARATOR : text.substring(0, end));
	}

	@Override
	public int getNameCount() {
		return names().size();
	}

	@Override
	public Path getName(int index) {
		return subpath(index, index + 1);
	}

	@Override
	public Path subpath(int beginIndex, int endIndex) {
		final List<String> names = names();
		if (beginIndex < 0 || endIndex > names.size() || beginIndex >= endIndex) {
			throw new IllegalArgumentException();
		}
		return with(false, names.subList(beginIndex, endIndex));
	}

	@Override
	public boolean startsWith(Path other) {
		if (!(other instanceof StoragePath start) || start.files != files || start.isAbsolute() != isAbsolute()) {
			return false;
		}
		return start.isRoot() || text.equals(start.text) || !start.text.isEmpty() && text.startsWith(start.text + SEPARATOR);
	}

	@Override
	public boolean endsWith(Path other) {
		if (!(other instanceof StoragePath end) || end.files != files) {
			return false;
		}
		return text.equals(end.text) || !end.isAbsolute() && !end.text.isEmpty() && text.endsWith(SEPARATOR + end.text);
	}

	@Override
	public Path normalize() {
		return with(isAbsolute(), normal(split(text), isAbsolute()));
	}

	@Override
	public Path resolve(Path other) {
		final StoragePath ours = sibling(other);
		if (ours.isAbsolute() || text.isEmpty()) {
			return ours;
		}
		if (ours.text.isEmpty()) {
			return this;
		}
		return new StoragePath(files, isRoot() ? text + ours.text : text + SEPARATOR + ours.text);
	}

	@Override
	public Path relativize(Path other) {
		final StoragePath ours = sibling(other);
		if (ours.isAbsolute() != isAbsolute()) {
			throw new IllegalArgumentException(other.toString());
		}
		final List<String> from = normal(split(text), isAbsolute());
		final List<String> to = normal(split(ours.text), isAbsolute());
		int common = 0;
		while (common < Math.min(from.size(), to.size()) && from.get(common).equals(to.get(common))) {
			common++;
		}
		if (from.subList(common, from.size()).contains(PARENT)) {
			throw new IllegalArgumentException(other.toString());
		}
		final List<String> names = new ArrayList<>(Collections.nCopies(from.size() - common, PARENT));
		names.addAll(to.subList(common, to.size()));
		return with(false, names);
	}

	@Override
	public URI toUri() {
		try {
			return new URI(StorageProvider.SCHEME, files.name(), toAbsolutePath().toString(), null, null);
		} catch (final URISyntaxException e) {
			throw new IllegalStateException(e);
		}
	}

	@Override
	public Path toAbsolutePath() {
		return isAbsolute() ? this : new StoragePath(files, SEPARATOR + text);
	}

	@Override
	public Path toRealPath(LinkOption... options) throws IOException {
		return of(files, files.stat(key()).key());
	}

	@Override
	public WatchKey register(WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
		throw new UnsupportedOperationException();
	}

	@Override
	public int compareTo(Path other) {
		return text.compareTo(((StoragePath) other).text);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof StoragePath path && path.files == files && path.text.equals(text);
	}

	@Override
	public int hashCode() {
		return text.hashCode();
	}

	@Override
	public String toString() {
		return text;
	}
}
