package dev.benchtop.storage.fs;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.ClosedFileSystemException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/**
 * A storage as a file system. Its paths are {@code /a/b}; errors name them {@code STORAGE:/a/b}. Files are read anywhere and written as a whole;
 * a channel that writes is an {@link dev.benchtop.core.capability.Abandonable}.
 */
public final class StorageFileSystem extends FileSystem {

	private final String name;
	private final Backend backend;
	private final Failures failures;
	private final Calls calls;
	private final Changes changes;
	private final ExecutorService threads = Executors.newCachedThreadPool(Thread.ofPlatform().daemon().name("storage-", 0).factory()); //$NON-NLS-1$
	private final StoragePath root = StoragePath.of(this, ""); //$NON-NLS-1$

	private StorageFileSystem(String name, UnaryOperator<String> places, Backend backend, boolean track) {
		this.name = name;
		this.backend = backend;
		this.failures = new Failures(places);
		this.calls = new Calls(backend, failures);
		this.changes = new Changes(calls, track);
	}

	/**
	 * Opens a file system; connects to nothing.
	 *
	 * @param name of the storage, for errors
	 * @param backend closed with the file system
	 * @param track whether to remember what is made, for {@link #created} and {@link #removeCreated}; costs a look before something new is made
	 */
	public static StorageFileSystem open(String name, Backend backend, boolean track) {
		return new StorageFileSystem(name, key -> name + ":/" + key, backend, track); //$NON-NLS-1$
	}

	/**
	 * Opens the file system of a file that has a name of its own wherever it is asked for; connects to nothing.
	 *
	 * @param name of the file system
	 * @param place what users name the file, for errors
	 * @param backend closed with the file system
	 */
	public static StorageFileSystem ofFile(String name, String place, Backend backend) {
		return new StorageFileSystem(name, _ -> place, backend, false);
	}

	/** The name of the storage. */
	public String name() {
		return name;
	}

	public Path root() {
		return root;
	}

	public Abilities abilities() {
		return backend.abilities();
	}

	/** Looks whether the root can be read. */
	public void test() throws IOException {
		if (!abilities().can(Ability.LIST)) {
			calls.stat(root.key());
			return;
		}
		try (var first = list(root, false, path -> true)) {
			first.iterator().hasNext();
		}
	}

	/** Names all below a folder, see {@link dev.benchtop.core.capability.Storage#scan}. */
	public DirectoryStream<Path> scan(Path folder) throws IOException {
		return list(mine(folder), true, path -> true);
	}

	/** Deletes a file, or a folder and all below it; the root is refused. */
	public void deleteTree(Path path) throws IOException {
		changes.deleteTree(notRoot(Operation.DELETE, mine(path)));
	}

	/** What was made through this file system and is there still; relative to the root. */
	public Set<String> created() {
		return changes.created();
	}

	/** Deletes what was made, and folders that were made if nothing else lies in them; a failure is logged. */
	public void removeCreated() {
		changes.removeCreated();
	}

	/** See {@link Presigner#presign}. */
	public Presigner.Request presign(Path path, Presigner.Operation operation, Duration expiry) throws BenchException {
		final String key = mine(path).key();
		try {
			calls.need(Operation.PRESIGN, key, switch (operation) {
				case READ -> Ability.PRESIGN_READ;
				case WRITE -> Ability.PRESIGN_WRITE;
				case STAT -> Ability.PRESIGN_STAT;
			});
			return calls.again(Operation.PRESIGN, key, () -> backend.presign(key, operation, expiry));
		} catch (final IOException e) {
			throw BenchException.failed(Messages.presignFailed).why(e).build();
		}
	}

	Entry stat(String key) throws IOException {
		return calls.stat(key);
	}

	DirectoryStream<Path> list(StoragePath folder, boolean recursive, DirectoryStream.Filter<? super Path> filter) throws IOException {
		final String key = folder.key();
		final long now = changes.count();
		return Listing.start(this::execute, sink -> calls.list(key, recursive, entry -> {
			if (Keys.isBelow(entry.key(), key)) {
				sink.accept(entry);
			}
		}), entry -> StoragePath.of(this, new Listed(entry, now, System.nanoTime())), filter);
	}

	ReadChannel read(String key) throws IOException {
		return new ReadChannel(this::execute, calls.content(key), failures);
	}

	private void execute(Runnable task) {
		try {
			threads.execute(task);
		} catch (final RejectedExecutionException e) {
			throw (ClosedFileSystemException) new ClosedFileSystemException().initCause(e);
		}
	}

	/** Runs what reads or writes ahead; refuses when the file system is closed. */
	Executor threads() {
		return this::execute;
	}

	/** The file where it lies on this machine, see {@link dev.benchtop.core.capability.LocalPath}. */
	Optional<Path> direct(Operation operation, String key) throws IOException {
		try {
			return backend.direct(key);
		} catch (final IOException e) {
			throw failures.of(operation, key, e);
		}
	}

	Calls calls() {
		return calls;
	}

	Changes changes() {
		return changes;
	}

	Failures failures() {
		return failures;
	}

	Backend backend() {
		return backend;
	}

	/** A path of this file system, which is not the root. */
	String notRoot(Operation operation, StoragePath path) throws IOException {
		final String key = path.key();
		if (key.isEmpty()) {
			throw failures.of(operation, key, Kind.DENIED, Messages.root);
		}
		return key;
	}

	private StoragePath mine(Path path) {
		return (StoragePath) root.resolve(path);
	}

	@Override
	public FileSystemProvider provider() {
		return StorageProvider.INSTANCE;
	}

	@Override
	public void close() {
		threads.shutdown();
		try {
			calls.close();
		} catch (final IOException e) {
			System.getLogger(StorageFileSystem.class.getName()).log(Level.DEBUG, name, e);
		}
	}

	@Override
	public boolean isOpen() {
		return calls.isOpen();
	}

	@Override
	public boolean isReadOnly() {
		return !abilities().can(Ability.WRITE);
	}

	@Override
	public String getSeparator() {
		return "/"; //$NON-NLS-1$
	}

	@Override
	public Iterable<Path> getRootDirectories() {
		return List.of(root);
	}

	@Override
	public Iterable<FileStore> getFileStores() {
		return List.of();
	}

	@Override
	public Set<String> supportedFileAttributeViews() {
		return Set.of(NamedAttributes.BASIC, NamedAttributes.STORAGE);
	}

	@Override
	public Path getPath(String first, String... more) {
		return StoragePath.parse(this, more.length == 0 ? first : String.join(getSeparator(), nonEmpty(first, more)));
	}

	private static List<String> nonEmpty(String first, String... more) {
		return Stream.concat(Stream.of(first), Stream.of(more)).filter(part -> !part.isEmpty())
				.toList();
	}

	@Override
	public PathMatcher getPathMatcher(String syntaxAndPattern) {
		final PathMatcher matcher = FileSystems.getDefault().getPathMatcher(syntaxAndPattern);
		return path -> {
			try {
				return matcher.matches(Path.of(path.toString()));
			} catch (final InvalidPathException e) {
				return false;
			}
		};
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
