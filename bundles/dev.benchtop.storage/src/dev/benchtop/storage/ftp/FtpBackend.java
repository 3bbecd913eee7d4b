package dev.benchtop.storage.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.apache.commons.net.ftp.FTPFile;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** A folder of an FTP server. */
final class FtpBackend implements Backend {

	private static final SecureRandom RANDOM = new SecureRandom();

	/** What is done on one connection. */
	@FunctionalInterface
	private interface Work<T> {
		T run(FtpConnection connection) throws IOException;
	}

	private final Pool pool;

	FtpBackend(FtpConfig config) {
		this.pool = new Pool(config);
	}

	@Override
	public Abilities abilities() {
		return Abilities.all().without(Ability.COPY, Messages.FtpBackend_noCopy).without(Ability.PRESIGN_READ, Messages.FtpBackend_noPresign)
				.without(Ability.PRESIGN_WRITE, Messages.FtpBackend_noPresign).without(Ability.PRESIGN_STAT, Messages.FtpBackend_noPresign);
	}

	/** Does something on a connection, which is kept where the server had an answer. */
	private <T> T with(Work<T> work) throws IOException {
		final FtpConnection connection = pool.take();
		try {
			final T result = work.run(connection);
			pool.give(connection);
			return result;
		} catch (IOException e) {
			final BackendException told = connection.broken(e);
			release(connection, told);
			throw told;
		}
	}

	private void release(FtpConnection connection, BackendException failure) {
		if (failure.kind() == Kind.BROKEN || failure.kind() == Kind.CLOSED || failure.getCause() != null) {
			pool.drop(connection);
		} else {
			pool.give(connection);
		}
	}

	@Override
	public Entry stat(String key) throws IOException {
		return with(connection -> look(connection, key));
	}

	private static Entry look(FtpConnection connection, String key) throws IOException {
		final String path = connection.path(key);
		if (connection.hasFacts()) {
			final FTPFile file = connection.mlistFile(path);
			connection.require(file != null);
			if (file.isFile() || file.isDirectory()) {
				return Listing.entry(file, key);
			}
		}
		if (key.isEmpty() || connection.getSize(path) == null) {
			return lookForFolder(connection, path, key);
		}
		final long size = Long.parseLong(connection.getSize(path).strip());
		return Entry.file(key, size, modified(connection, path));
	}

	private static Entry lookForFolder(FtpConnection connection, String path, String key) throws IOException {
		if (connection.changeWorkingDirectory(path)) {
			return Entry.folder(key);
		}
		final BackendException failure = connection.failure();
		throw failure.kind() == Kind.FAILED ? new BackendException(Kind.MISSING, failure.getMessage()) : failure;
	}

	private static Optional<Instant> modified(FtpConnection connection, String path) throws IOException {
		final FTPFile file = connection.mdtmFile(path);
		return Optional.ofNullable(file).map(FTPFile::getTimestampInstant);
	}

	/** Says what a failure means whose words do not: whether the thing is not there, is of the other kind, or is refused. */
	private static BackendException explained(FtpConnection connection, String key, boolean folder, BackendException failure) throws IOException {
		final boolean unclear = failure.kind() == Kind.FAILED || folder && failure.kind() == Kind.MISSING;
		if (!unclear || !isRefusal(failure)) {
			return failure;
		}
		final Optional<Entry> there = find(connection, key);
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
	private static boolean isRefusal(BackendException failure) {
		return failure.getMessage().startsWith("55") || failure.getMessage().startsWith("501"); //$NON-NLS-1$ //$NON-NLS-2$
	}

	private static Optional<Entry> find(FtpConnection connection, String key) throws IOException {
		try {
			return Optional.of(look(connection, key));
		} catch (BackendException e) {
			if (e.kind() == Kind.MISSING) {
				return Optional.empty();
			}
			throw e;
		}
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		final FtpConnection connection = pool.take();
		boolean whole = false;
		try {
			final var folders = new ArrayDeque<>(List.of(key));
			while (!folders.isEmpty()) {
				final String folder = folders.removeFirst();
				list(connection, folder, entry -> {
					sink.accept(entry);
					if (recursive && entry.folder()) {
						folders.add(entry.key());
					}
				}, sink);
			}
			whole = true;
		} finally {
			if (whole) {
				pool.give(connection);
			} else {
				pool.drop(connection);
			}
		}
	}

	/** Lists one folder; what is neither file nor folder is looked at afterwards, and a link is never followed. */
	private static void list(FtpConnection connection, String key, Sink sink, Sink links) throws IOException {
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
			throw explainedAt(connection, key, e);
		}
		for (final Entry entry : unsure) {
			links.accept(resolved(connection, entry));
		}
	}

	private static BackendException explainedAt(FtpConnection connection, String key, BackendException failure) {
		try {
			return explained(connection, key, true, failure);
		} catch (IOException e) {
			return connection.broken(e);
		}
	}

	private static Entry resolved(FtpConnection connection, Entry entry) throws IOException {
		try {
			return find(connection, entry.key()).orElse(entry);
		} catch (IOException e) {
			throw connection.broken(e);
		}
	}

	@Override
	public InputStream read(String key, long offset, long length, Optional<String> etag) throws IOException {
		if (length == 0) {
			return InputStream.nullInputStream();
		}
		final FtpConnection connection = pool.take();
		try {
			final String path = connection.path(key);
			connection.setRestartOffset(offset);
			final Socket socket = connection.begin("RETR", path); //$NON-NLS-1$
			return new FtpDownload(pool, connection, socket.getInputStream(), path, offset, length);
		} catch (IOException e) {
			throw failed(connection, key, false, e);
		}
	}

	/** Explains a failure, and gives the connection back or drops it. */
	private BackendException failed(FtpConnection connection, String key, boolean folder, IOException e) {
		BackendException told = connection.broken(e);
		try {
			told = explained(connection, key, folder, told);
		} catch (IOException broken) {
			told = connection.broken(broken);
		}
		release(connection, told);
		return told;
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		final FtpConnection connection = pool.take();
		final String parent = parent(key);
		final String part = (parent.isEmpty() ? "" : parent + '/') + ".benchtop-" + Long.toHexString(RANDOM.nextLong()) + ".part"; //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		try {
			final Socket socket = store(connection, part, parent);
			return new FtpUpload(this, pool, connection, socket.getOutputStream(), part, key);
		} catch (IOException e) {
			final BackendException told = connection.broken(e);
			release(connection, told);
			throw told.kind() == Kind.FAILED && isRefusal(told) ? new BackendException(Kind.DENIED, told.getMessage()) : told;
		}
	}

	private static Socket store(FtpConnection connection, String part, String parent) throws IOException {
		try {
			return connection.begin("STOR", connection.path(part)); //$NON-NLS-1$
		} catch (BackendException e) {
			if (e.getCause() != null || !isRefusal(e) || find(connection, parent).isPresent()) {
				throw e;
			}
			makeFolder(connection, parent);
			return connection.begin("STOR", connection.path(part)); //$NON-NLS-1$
		}
	}

	/** Removes what is left of an upload; what cannot be removed stays. */
	void discard(String part) {
		try {
			with(connection -> connection.deleteFile(connection.path(part)));
		} catch (IOException e) {
			System.getLogger(getClass().getName()).log(Level.INFO, part, e);
		}
	}

	@Override
	public void createFolder(String key) throws IOException {
		with(connection -> {
			makeFolder(connection, key);
			return null;
		});
	}

	private static void makeFolder(FtpConnection connection, String key) throws IOException {
		if (connection.makeDirectory(connection.path(key))) {
			return;
		}
		final BackendException failure = connection.failure();
		final Optional<Entry> there = find(connection, key);
		if (there.isPresent()) {
			if (!there.get().folder()) {
				throw new BackendException(Kind.EXISTS, failure.getMessage());
			}
			return;
		}
		if (key.isEmpty() || find(connection, parent(key)).isPresent()) {
			throw failure.kind() == Kind.FAILED ? new BackendException(Kind.DENIED, failure.getMessage()) : failure;
		}
		makeFolder(connection, parent(key));
		connection.require(connection.makeDirectory(connection.path(key)));
	}

	@Override
	public void copy(String from, String to) throws IOException {
		throw new BackendException(Kind.UNSUPPORTED, Messages.FtpBackend_noCopy);
	}

	@Override
	public void rename(String from, String to) throws IOException {
		with(connection -> {
			rename(connection, from, to);
			return null;
		});
	}

	/** Renames over a file that is there; where the server does not do that, the old one is moved aside first, and back if need be. */
	void rename(FtpConnection connection, String from, String to) throws IOException {
		if (connection.rename(connection.path(from), connection.path(to))) {
			return;
		}
		final BackendException failure = connection.failure();
		final Optional<Entry> there = find(connection, to);
		if (there.isEmpty()) {
			throw explained(connection, from, false, failure);
		}
		if (there.get().folder()) {
			throw new BackendException(Kind.IS_FOLDER, failure.getMessage());
		}
		final String aside = connection.path(to + '.' + Long.toHexString(RANDOM.nextLong()) + ".old"); //$NON-NLS-1$
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

	@Override
	public void delete(String key) throws IOException {
		with(connection -> {
			if (!connection.deleteFile(connection.path(key))) {
				deleteFolder(connection, key, connection.failure());
			}
			return null;
		});
	}

	/** Deletes what refused to be deleted as a file. */
	private static void deleteFolder(FtpConnection connection, String key, BackendException asFile) throws IOException {
		final Entry there = look(connection, key);
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
		list(connection, key, inside::add, inside::add);
		throw new BackendException(inside.isEmpty() ? Kind.DENIED : Kind.NOT_EMPTY, failure.getMessage());
	}

	@Override
	public void deleteTree(String key) throws IOException {
		with(connection -> {
			deleteTree(connection, key);
			return null;
		});
	}

	/** Every name is first deleted as a file: a link to a folder goes, and not what lies behind it. */
	private static void deleteTree(FtpConnection connection, String key) throws IOException {
		if (!key.isEmpty() && connection.deleteFile(connection.path(key))) {
			return;
		}
		final BackendException failure = connection.failure();
		if (look(connection, key).folder()) {
			final List<Entry> inside = new ArrayList<>();
			list(connection, key, inside::add, inside::add);
			for (final Entry entry : inside) {
				deleteTree(connection, entry.key());
			}
			if (!key.isEmpty()) {
				connection.require(connection.removeDirectory(connection.path(key)));
			}
		} else {
			throw failure;
		}
	}

	private static String parent(String key) {
		final int slash = key.lastIndexOf('/');
		return slash < 0 ? "" : key.substring(0, slash); //$NON-NLS-1$
	}

	@Override
	public void close() {
		pool.close();
	}
}
