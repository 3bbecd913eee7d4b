package dev.benchtop.storage.ftp;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.net.ftp.FTPFile;

import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** Files and folders of a server by their keys, over one connection. */
final class FtpNames {

	private static final SecureRandom RANDOM = new SecureRandom();

	private final FtpConnection connection;

	FtpNames(FtpConnection connection) {
		this.connection = connection;
	}

	/** A name that nothing has. */
	static String unique(String before, String after) {
		return before + Long.toHexString(RANDOM.nextLong()) + after;
	}

	/** What lies there. */
	Entry look(String key) throws IOException {
		final String path = connection.path(key);
		if (connection.hasFacts()) {
			final FTPFile file = connection.mlistFile(path);
			connection.require(file != null);
			if (file.isFile() || file.isDirectory()) {
				return Listing.entry(file, key);
			}
		}
		if (key.isEmpty() || connection.getSize(path) == null) {
			return lookForFolder(path, key);
		}
		final long size = Long.parseLong(connection.getSize(path).strip());
		return Entry.file(key, size, modified(path));
	}

	private Entry lookForFolder(String path, String key) throws IOException {
		if (connection.changeWorkingDirectory(path)) {
			return Entry.folder(key);
		}
		final BackendException failure = connection.failure();
		throw failure.kind() == Kind.FAILED ? new BackendException(Kind.MISSING, failure.getMessage()) : failure;
	}

	private Optional<Instant> modified(String path) throws IOException {
		final FTPFile file = connection.mdtmFile(path);
		return Optional.ofNullable(file).map(FTPFile::getTimestampInstant);
	}

	/** Says what a failure means whose words do not: whether the thing is not there, is of the other kind, or is refused. */
	BackendException explained(String key, boolean folder, BackendException failure) throws IOException {
		final boolean unclear = failure.kind() == Kind.FAILED || folder && failure.kind() == Kind.MISSING;
		if (!unclear || !isRefusal(failure)) {
			return failure;
		}
		final Optional<Entry> there = find(key);
		final Kind kind;
		if (there.isEmpty()) {
			kind = Kind.MISSING;
		} else if (there.get().folder() == folder) {
			kind = Kind.DENIED;
		} else {
			kind = folder ? Kind.NOT_FOLDER : Kind.IS_FOLDER;
		}
		return new BackendException(kind, failure.getMessage());
	}

	/** Whether the server refused for a reason that lies in the path. */
	static boolean isRefusal(BackendException failure) {
		return failure.getMessage().startsWith("55") || failure.getMessage().startsWith("501"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	/** What lies there, if anything does. */
	Optional<Entry> find(String key) throws IOException {
		try {
			return Optional.of(look(key));
		} catch (BackendException e) {
			if (e.kind() == Kind.MISSING) {
				return Optional.empty();
			}
			throw e;
		}
	}

	/** Lists one folder; what is neither file nor folder is looked at afterwards, and a link is never followed. */
	void list(String key, Sink sink, Sink links) throws IOException {
		final List<Entry> unsure = new ArrayList<>();
		try {
			new Listing(connection, key).read((entry, sure) -> {
				if (sure) {
					sink.accept(entry);
				} else {
					unsure.add(entry);
				}
			});
		} catch (BackendException e) {
			throw explainedAt(key, e);
		}
		for (final Entry entry : unsure) {
			links.accept(resolved(entry));
		}
	}

	private BackendException explainedAt(String key, BackendException failure) {
		try {
			return explained(key, true, failure);
		} catch (IOException e) {
			return connection.broken(e);
		}
	}

	private Entry resolved(Entry entry) throws IOException {
		try {
			return find(entry.key()).orElse(entry);
		} catch (IOException e) {
			throw connection.broken(e);
		}
	}

	/** Makes a folder and its missing parents. */
	void makeFolder(String key) throws IOException {
		if (connection.makeDirectory(connection.path(key))) {
			return;
		}
		final BackendException failure = connection.failure();
		final Optional<Entry> there = find(key);
		if (there.isPresent()) {
			if (!there.get().folder()) {
				throw new BackendException(Kind.EXISTS, failure.getMessage());
			}
			return;
		}
		if (key.isEmpty() || find(parent(key)).isPresent()) {
			throw failure.kind() == Kind.FAILED ? new BackendException(Kind.DENIED, failure.getMessage()) : failure;
		}
		makeFolder(parent(key));
		connection.require(connection.makeDirectory(connection.path(key)));
	}

	/** Renames over a file that is there; where the server does not do that, the old one is moved aside first, and back if need be. */
	void rename(String from, String to) throws IOException {
		if (connection.rename(connection.path(from), connection.path(to))) {
			return;
		}
		final BackendException failure = connection.failure();
		final Optional<Entry> there = find(to);
		if (there.isEmpty()) {
			throw explained(from, false, failure);
		}
		if (there.get().folder()) {
			throw new BackendException(Kind.IS_FOLDER, failure.getMessage());
		}
		final String aside = connection.path(unique(to + '.', ".old")); //$NON-NLS-1$
		if (!connection.rename(connection.path(to), aside)) {
			throw failure;
		}
		if (!connection.rename(connection.path(from), connection.path(to))) {
			final BackendException second = connection.failure();
			connection.rename(aside, connection.path(to));
			throw second;
		}
		connection.deleteFile(aside);
	}

	/** Deletes a file or an empty folder. */
	void delete(String key) throws IOException {
		if (!connection.deleteFile(connection.path(key))) {
			deleteFolder(key, connection.failure());
		}
	}

	/** Deletes what refused to be deleted as a file. */
	private void deleteFolder(String key, BackendException asFile) throws IOException {
		final Entry there = look(key);
		if (!there.folder()) {
			throw asFile.kind() == Kind.FAILED ? new BackendException(Kind.DENIED, asFile.getMessage()) : asFile;
		}
		if (connection.removeDirectory(connection.path(key))) {
			return;
		}
		final BackendException failure = connection.failure();
		if (failure.kind() != Kind.FAILED) {
			throw failure;
		}
		final List<Entry> inside = new ArrayList<>();
		list(key, inside::add, inside::add);
		throw new BackendException(inside.isEmpty() ? Kind.DENIED : Kind.NOT_EMPTY, failure.getMessage());
	}

	/** Deletes a folder and all below it. Every name is first deleted as a file: a link to a folder goes, and not what lies behind it. */
	void deleteTree(String key) throws IOException {
		if (!key.isEmpty() && connection.deleteFile(connection.path(key))) {
			return;
		}
		final BackendException failure = connection.failure();
		if (look(key).folder()) {
			final List<Entry> inside = new ArrayList<>();
			list(key, inside::add, inside::add);
			for (final Entry entry : inside) {
				deleteTree(entry.key());
			}
			if (!key.isEmpty()) {
				connection.require(connection.removeDirectory(connection.path(key)));
			}
		} else {
			throw failure;
		}
	}

	static String parent(String key) {
		final int slash = key.lastIndexOf('/');
		return slash < 0 ? "" : key.substring(0, slash); //$NON-NLS-1$
	}
}
