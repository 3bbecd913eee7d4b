package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** A storage that OpenDAL knows. */
final class OpendalBackend implements Backend {

	private static final Duration PATIENCE = Link.PATIENCE;
	private static final Duration FOR_MANY = Duration.ofMinutes(30);
	/** Closing takes a second at most. */
	private static final long CLEAN_UP_MILLIS = 700;
	/** No storage has it; to ask for it shows whether the storage answers at all. */
	private static final String NOTHING = ".benchtop-looks-here/"; //$NON-NLS-1$

	private final Native store;
	private final S3Keys keys;
	private Service service;
	private boolean closed;

	OpendalBackend(Native store, S3Keys keys) {
		this.store = store;
		this.keys = keys;
	}

	@Override
	public Abilities abilities() {
		try {
			return Flags.of(store.scheme(), store.capability());
		} catch (BackendException e) {
			return Abilities.all(); // what is wrong with the options is told by whatever is done first
		}
	}

	private Service service() throws IOException {
		synchronized (this) {
			if (closed) {
				throw Link.closed();
			}
			if (service != null) {
				return service;
			}
		}
		final Service found = Service.of(store, keys); // may ask OpenDAL, which may ask others
		synchronized (this) {
			if (closed || service != null) {
				found.transport().close();
			} else {
				service = found;
			}
			if (closed) {
				throw Link.closed();
			}
			return service;
		}
	}

	private Names names() throws IOException {
		return service().names();
	}

	@Override
	public Entry stat(String key) throws IOException {
		return names().stat(key);
	}

	private Optional<Entry> find(String key) throws IOException {
		try {
			return Optional.of(stat(key));
		} catch (BackendException e) {
			if (e.kind() == Kind.MISSING) {
				return Optional.empty();
			}
			throw e;
		}
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		if (!stat(key).folder()) {
			throw new BackendException(Kind.NOT_FOLDER, Messages.notFolder);
		}
		names().list(key, recursive, sink);
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		return service().transport().read(key, offset, length, etag);
	}

	@Override
	public Reading reading() {
		try {
			return service().transport().reading();
		} catch (IOException e) {
			return Reading.STREAM; // the first read tells the reason
		}
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		final var there = find(key);
		if (there.isPresent() && there.get().folder()) {
			throw new BackendException(Kind.IS_FOLDER, Messages.folder);
		}
		if (there.isEmpty()) {
			makeParents(key);
		}
		return service().transport().write(key, size);
	}

	private void makeParents(String key) throws IOException {
		if (names().needsFolders()) {
			createFolder(Keys.parent(key));
		}
	}

	@Override
	public void createFolder(String key) throws IOException {
		final var there = key.isEmpty() ? Optional.of(Entry.folder(key)) : find(key);
		if (there.isPresent() && !there.get().folder()) {
			throw new BackendException(Kind.NOT_FOLDER, Messages.file);
		}
		if (there.isEmpty()) {
			createFolder(Keys.parent(key));
			names().makeFolder(key);
		}
	}

	@Override
	public void copy(String from, String to) throws IOException {
		makeParents(to);
		names().copyFile(from, to);
	}

	@Override
	public void rename(String from, String to) throws IOException {
		if (to.startsWith(Keys.folder(from))) {
			throw new BackendException(Kind.FAILED, Messages.intoItself);
		}
		if (stat(from).folder()) {
			createFolder(to);
			names().list(from, true, entry -> moveBelow(entry, from, to));
			names().deleteFolder(from);
		} else {
			makeParents(to);
			names().renameFile(from, to);
		}
	}

	private void moveBelow(Entry entry, String from, String to) throws IOException {
		final String target = to + entry.key().substring(from.length());
		if (entry.folder()) {
			createFolder(target);
		} else {
			names().renameFile(entry.key(), target);
		}
	}

	@Override
	public void delete(String key) throws IOException {
		if (!stat(key).folder()) {
			names().deleteFile(key);
			return;
		}
		final boolean[] empty = {true};
		names().list(key, false, entry -> empty[0] = false);
		if (!empty[0]) {
			throw new BackendException(Kind.NOT_EMPTY, Messages.notEmpty);
		}
		names().deleteEmptyFolder(key);
	}

	@Override
	public void deleteTree(String key) throws IOException {
		if (key.isEmpty()) {
			names().list(key, false, entry -> deleteTree(entry.key()));
		} else if (stat(key).folder()) {
			names().deleteFolder(key);
		} else {
			names().deleteFile(key);
		}
	}

	@Override
	public Request presign(String key, Operation operation, Duration expiry) throws IOException {
		return names().presign(key, operation, expiry);
	}

	@Override
	public void close() throws IOException {
		final Service last;
		synchronized (this) {
			closed = true;
			last = service;
		}
		store.leftovers().await(CLEAN_UP_MILLIS);
		if (last != null) {
			last.transport().close();
		}
		store.close();
	}
}
