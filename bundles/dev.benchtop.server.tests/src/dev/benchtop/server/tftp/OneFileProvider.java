package dev.benchtop.server.tftp;

import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** Opens one file for reading and can do nothing else. */
final class OneFileProvider extends FileSystemProvider {

	private final Supplier<SeekableByteChannel> open;

	OneFileProvider(Supplier<SeekableByteChannel> open) {
		this.open = open;
	}

	@Override
	public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) {
		return open.get();
	}

	@Override
	public String getScheme() {
		return "one";
	}

	private static UnsupportedOperationException unsupported() {
		return new UnsupportedOperationException();
	}

	@Override
	public FileSystem newFileSystem(URI uri, Map<String, ?> environment) {
		throw unsupported();
	}

	@Override
	public FileSystem getFileSystem(URI uri) {
		throw unsupported();
	}

	@Override
	public Path getPath(URI uri) {
		throw unsupported();
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) {
		throw unsupported();
	}

	@Override
	public void createDirectory(Path folder, FileAttribute<?>... attributes) {
		throw unsupported();
	}

	@Override
	public void delete(Path path) {
		throw unsupported();
	}

	@Override
	public void copy(Path source, Path target, CopyOption... options) {
		throw unsupported();
	}

	@Override
	public void move(Path source, Path target, CopyOption... options) {
		throw unsupported();
	}

	@Override
	public boolean isSameFile(Path one, Path other) {
		throw unsupported();
	}

	@Override
	public boolean isHidden(Path path) {
		throw unsupported();
	}

	@Override
	public FileStore getFileStore(Path path) {
		throw unsupported();
	}

	@Override
	public void checkAccess(Path path, AccessMode... modes) {
		throw unsupported();
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
		throw unsupported();
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) {
		throw unsupported();
	}

	@Override
	public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options) {
		throw unsupported();
	}

	@Override
	public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
		throw unsupported();
	}
}
