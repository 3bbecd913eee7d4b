package dev.benchtop.storage.fs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.Map;
import java.util.Set;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.StorageAttributes;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/**
 * The provider of all storages. Their file systems are held as objects: no URI leads to one, though each path has a URI.
 */
final class StorageProvider extends FileSystemProvider {

	static final String SCHEME = "opendal"; //$NON-NLS-1$

	static final StorageProvider INSTANCE = new StorageProvider();

	private StorageProvider() {
	}

	@Override
	public String getScheme() {
		return SCHEME;
	}

	@Override
	public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
		throw new UnsupportedOperationException(Messages.StorageProvider_noUri);
	}

	@Override
	public FileSystem getFileSystem(URI uri) {
		throw new FileSystemNotFoundException(NLS.bind(Messages.StorageProvider_unknown, uri.getAuthority()));
	}

	@Override
	public Path getPath(URI uri) {
		return getFileSystem(uri).getPath(uri.getPath());
	}

	@Override
	public SeekableByteChannel newByteChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
		return new Opening(StoragePath.of(path), options, attributes).channel();
	}

	@Override
	public FileChannel newFileChannel(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes) throws IOException {
		return new Opening(StoragePath.of(path), options, attributes).fileChannel();
	}

	@Override
	public InputStream newInputStream(Path path, OpenOption... options) throws IOException {
		if (options.length == 0) {
			return Channels.newInputStream(newByteChannel(path, Set.of(StandardOpenOption.READ)));
		}
		return super.newInputStream(path, options);
	}

	@Override
	public OutputStream newOutputStream(Path path, OpenOption... options) throws IOException {
		return Opening.forOutput(StoragePath.of(path), options).stream();
	}

	@Override
	public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter) throws IOException {
		final StoragePath path = StoragePath.of(folder);
		return path.getFileSystem().list(path, false, filter);
	}

	@Override
	public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
		if (attributes.length > 0) {
			throw new UnsupportedOperationException(attributes[0].name());
		}
		final StoragePath path = StoragePath.of(folder);
		final StorageFileSystem files = path.getFileSystem();
		final String key = path.key();
		if (files.calls().find(key).isPresent()) {
			throw files.failures().of(Operation.CREATE_FOLDER, key, Kind.EXISTS, ""); //$NON-NLS-1$
		}
		files.changes().createFolder(key);
	}

	@Override
	public void delete(Path path) throws IOException {
		final StoragePath ours = StoragePath.of(path);
		final StorageFileSystem files = ours.getFileSystem();
		files.changes().delete(files.notRoot(Operation.DELETE, ours));
	}

	@Override
	public void copy(Path source, Path target, CopyOption... options) throws IOException {
		new Relocation(StoragePath.of(source), StoragePath.of(target), options).copy();
	}

	@Override
	public void move(Path source, Path target, CopyOption... options) throws IOException {
		new Relocation(StoragePath.of(source), StoragePath.of(target), options).move();
	}

	@Override
	public boolean isSameFile(Path path, Path other) throws IOException {
		if (path.equals(other)) {
			return true;
		}
		if (!(other instanceof StoragePath second)) {
			return false;
		}
		final StoragePath first = StoragePath.of(path);
		final boolean same = first.getFileSystem() == second.getFileSystem() && first.key().equals(second.key());
		if (!same) {
			first.getFileSystem().stat(first.key());
			second.getFileSystem().stat(second.key());
		}
		return same;
	}

	@Override
	public boolean isHidden(Path path) {
		final Path name = path.getFileName();
		return name != null && name.toString().startsWith("."); //$NON-NLS-1$
	}

	@Override
	public FileStore getFileStore(Path path) throws IOException {
		final StoragePath ours = StoragePath.of(path);
		final var real = ours.getFileSystem().direct(Operation.LOOK, ours.key());
		return Files.getFileStore(real.orElseThrow(UnsupportedOperationException::new));
	}

	@Override
	public void checkAccess(Path path, AccessMode... modes) throws IOException {
		final StoragePath ours = StoragePath.of(path);
		final StorageFileSystem files = ours.getFileSystem();
		final String key = files.stat(ours.key()).key();
		for (final AccessMode mode : modes) {
			switch (mode) {
				case READ -> files.calls().need(Operation.READ, key, Ability.READ);
				case WRITE -> files.calls().need(Operation.WRITE, key, Ability.WRITE);
				case EXECUTE -> throw files.failures().of(Operation.READ, key, Kind.DENIED, Messages.StorageProvider_execute);
			}
		}
	}

	@Override
	public <V extends FileAttributeView> V getFileAttributeView(Path path, Class<V> type, LinkOption... options) {
		final var view = new AttributeView(StoragePath.of(path));
		return type.isInstance(view) ? type.cast(view) : null;
	}

	@Override
	public <A extends BasicFileAttributes> A readAttributes(Path path, Class<A> type, LinkOption... options) throws IOException {
		if (type != BasicFileAttributes.class && type != StorageAttributes.class) {
			throw new UnsupportedOperationException(type.getName());
		}
		return type.cast(attributes(StoragePath.of(path)));
	}

	@Override
	public Map<String, Object> readAttributes(Path path, String names, LinkOption... options) throws IOException {
		return new NamedAttributes(names).of(attributes(StoragePath.of(path)));
	}

	@Override
	public void setAttribute(Path path, String attribute, Object value, LinkOption... options) {
		throw new UnsupportedOperationException(attribute);
	}

	static Attributes attributes(StoragePath path) throws IOException {
		final StorageFileSystem files = path.getFileSystem();
		final var listed = path.takeListed().filter(known -> known.isFresh(files.changes().count()));
		final Entry entry = listed.isPresent() ? listed.get().entry() : files.stat(path.key());
		return new Attributes(entry);
	}
}
