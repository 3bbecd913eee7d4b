package dev.benchtop.core.storage;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** The faults of a {@link FakeStorage}, and what was done there. */
final class FakeProvider extends FileSystemProvider {

	/** Runs when a channel comes to a byte; an exception is what the caller gets. */
	@FunctionalInterface
	interface Fault {
		void at(String path, long position) throws IOException;
	}

	volatile Fault onRead = (_, _) -> { };
	volatile Fault onWrite = (_, _) -> { };
	volatile boolean readOnly;
	private volatile long heldFrom = Long.MAX_VALUE;
	private final Semaphore gate = new Semaphore(0);
	final List<String> calls = Collections.synchronizedList(new ArrayList<>());
	private final CountDownLatch blocked = new CountDownLatch(1);

	/** Returns when something has said that it blocks. */
	void awaitBlocked() throws InterruptedException {
		blocked.await();
	}

	/** Says that a read or write blocks from here on. */
	void isBlocked() {
		blocked.countDown();
	}

	/** Every read from that byte on waits until it is {@linkplain #release released}, or its channel closed. */
	void holdReadsFrom(long position) {
		heldFrom = position;
	}

	void release(int reads) {
		gate.release(reads);
	}

	void hold(FakeChannel channel, long position) throws IOException {
		try {
			while (position >= heldFrom && !gate.tryAcquire(5, TimeUnit.MILLISECONDS)) {
				if (!channel.isOpen()) {
					throw new AsynchronousCloseException();
				}
			}
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	private static Path file(Path path) {
		return ((FakePath) path).file();
	}

	@Override
	public String getScheme() {
		return "opendal";
	}

	@Override
	public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
		calls.add((options.contains(StandardOpenOption.WRITE) ? "write " : "read ") + path);
		if (!options.contains(StandardOpenOption.WRITE)) {
			return new FakeChannel(FileChannel.open(file(path)), path.toString(), onRead, this);
		}
		if (readOnly) {
			throw new UnsupportedOperationException("this storage takes no files");
		}
		Files.createDirectories(file(path).getParent());
		return FakeChannel.writing(file(path), path.toString(), onWrite, this);
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
		final var names = new ArrayList<Path>();
		try (var files = Files.newDirectoryStream(file(folder))) {
			files.forEach(file -> names.add(folder.resolve(file.getFileName().toString())));
		}
		return new DirectoryStream<>() {
			@Override
			public Iterator<Path> iterator() {
				return names.iterator();
			}

			@Override
			public void close() {
			}
		};
	}

	@Override
	public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
		Files.createDirectory(file(folder));
	}

	@Override
	public void delete(Path path) throws IOException {
		calls.add("delete " + path);
		Files.delete(file(path));
	}

	@Override
	public void copy(Path source, Path target, CopyOption... options) throws IOException {
		calls.add("copy " + source + ' ' + target);
		Files.createDirectories(file(target).getParent());
		Files.copy(file(source), file(target), options);
	}

	@Override
	public void move(Path source, Path target, CopyOption... options) throws IOException {
		calls.add("move " + source + ' ' + target);
		Files.move(file(source), file(target), options);
	}

	@Override
	public boolean isSameFile(Path path, Path other) {
		return path.equals(other);
	}

	@Override
	public boolean isHidden(Path path) {
		return false;
	}

	@Override
	public FileStore getFileStore(Path path) {
		throw new UnsupportedOperationException();
	}

	@Override
	public void checkAccess(Path path, AccessMode... modes) throws IOException {
		if (!Files.exists(file(path))) {
			throw new NoSuchFileException(path.toString());
		}
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
		return Files.getFileAttributeView(file(path), type, options);
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
		try {
			return Files.readAttributes(file(path), type, options);
		} catch (NoSuchFileException e) {
			throw new NoSuchFileException("fake:" + path);
		}
	}

	@Override
	public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
		return Files.readAttributes(file(path), names, options);
	}

	@Override
	public void setAttribute(Path path, String name, Object value, LinkOption... options) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
		throw new UnsupportedOperationException();
	}

	@Override
	public FileSystem getFileSystem(URI uri) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Path getPath(URI uri) {
		throw new UnsupportedOperationException();
	}
}
