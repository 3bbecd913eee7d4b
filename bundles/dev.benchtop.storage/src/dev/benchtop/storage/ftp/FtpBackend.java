package dev.benchtop.storage.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.net.Socket;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;

import dev.benchtop.core.capability.Abilities;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** A folder of an FTP server. */
final class FtpBackend implements Backend {

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
		return with(connection -> new FtpNames(connection).look(key));
	}

	@Override
	public void list(String key, boolean recursive, Sink sink) throws IOException {
		final FtpConnection connection = pool.take();
		boolean whole = false;
		try {
			final var names = new FtpNames(connection);
			final var folders = new ArrayDeque<>(List.of(key));
			while (!folders.isEmpty()) {
				final String folder = folders.removeFirst();
				names.list(folder, entry -> {
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
			told = new FtpNames(connection).explained(key, folder, told);
		} catch (IOException broken) {
			told = connection.broken(broken);
		}
		release(connection, told);
		return told;
	}

	@Override
	public Upload write(String key, long size) throws IOException {
		final FtpConnection connection = pool.take();
		final String parent = FtpNames.parent(key);
		final String part = FtpNames.unique((parent.isEmpty() ? "" : parent + '/') + ".benchtop-", ".part"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		try {
			final Socket socket = store(connection, part, parent);
			return new FtpUpload(this, pool, connection, socket.getOutputStream(), part, key);
		} catch (IOException e) {
			final BackendException told = connection.broken(e);
			release(connection, told);
			throw told.kind() == Kind.FAILED && FtpNames.isRefusal(told) ? new BackendException(Kind.DENIED, told.getMessage()) : told;
		}
	}

	private static Socket store(FtpConnection connection, String part, String parent) throws IOException {
		final var names = new FtpNames(connection);
		try {
			return connection.begin("STOR", connection.path(part)); //$NON-NLS-1$
		} catch (BackendException e) {
			if (e.getCause() != null || !FtpNames.isRefusal(e) || names.find(parent).isPresent()) {
				throw e;
			}
			names.makeFolder(parent);
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
			new FtpNames(connection).makeFolder(key);
			return null;
		});
	}

	@Override
	public void copy(String from, String to) throws IOException {
		throw new BackendException(Kind.UNSUPPORTED, Messages.FtpBackend_noCopy);
	}

	@Override
	public void rename(String from, String to) throws IOException {
		with(connection -> {
			new FtpNames(connection).rename(from, to);
			return null;
		});
	}

	@Override
	public void delete(String key) throws IOException {
		with(connection -> {
			new FtpNames(connection).delete(key);
			return null;
		});
	}

	@Override
	public void deleteTree(String key) throws IOException {
		with(connection -> {
			new FtpNames(connection).deleteTree(key);
			return null;
		});
	}

	@Override
	public void close() {
		pool.close();
	}
}
