package dev.benchtop.storage.fs;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.ClosedFileSystemException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import dev.benchtop.core.capability.Ability;
import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.Backend.Sink;
import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.Entry;

/** Calls of a backend: what it cannot do is refused with its reason, what broke is tried again, what fails is told as NIO does. */
final class Calls implements Closeable {

	private final Backend backend;
	private final Failures failures;
	private final Retry retry = new Retry();

	Calls(Backend backend, Failures failures) {
		this.backend = backend;
		this.failures = failures;
	}

	Entry stat(String key) throws IOException {
		return again(Operation.LOOK, key, () -> backend.stat(key));
	}

	/** What lies there, where something does. */
	Optional<Entry> find(String key) throws IOException {
		try {
			return Optional.of(retried(() -> backend.stat(key)));
		} catch (final BackendException e) {
			if (e.kind() == Kind.MISSING) {
				return Optional.empty();
			}
			throw failures.of(Operation.LOOK, key, e);
		} catch (final IOException e) {
			throw failures.of(Operation.LOOK, key, e);
		}
	}

	/** Lists; begins again only while nothing was told to the sink. */
	void list(String key, boolean recursive, Sink sink) throws IOException {
		need(Operation.LIST, key, recursive ? Ability.SCAN : Ability.LIST);
		final var told = new AtomicInteger();
		again(Operation.LIST, key, () -> {
			try {
				backend.list(key, recursive, entry -> {
					told.lazySet(1);
					sink.accept(entry);
				});
				return null;
			} catch (final BackendException e) {
				throw told.get() == 0 || e.kind() != Kind.BROKEN ? e : new BackendException(Kind.FAILED, e.getMessage(), e);
			}
		});
	}

	/** A version of a file, to be read. */
	Content content(String key) throws IOException {
		need(Operation.READ, key, Ability.READ);
		final Entry entry = again(Operation.READ, key, () -> backend.stat(key));
		if (entry.folder()) {
			throw failures.of(Operation.READ, key, Kind.IS_FOLDER, ""); //$NON-NLS-1$
		}
		return new Content(backend, retry, entry);
	}

	Upload write(String key, long size) throws IOException {
		need(Operation.WRITE, key, Ability.WRITE);
		return again(Operation.WRITE, key, () -> backend.write(key, size));
	}

	void createFolder(String key) throws IOException {
		need(Operation.CREATE_FOLDER, key, Ability.CREATE_FOLDER);
		again(Operation.CREATE_FOLDER, key, () -> {
			backend.createFolder(key);
			return null;
		});
	}

	void copy(String from, String to) throws IOException {
		again(Operation.COPY, from, () -> {
			backend.copy(from, to);
			return null;
		});
	}

	void rename(String from, String to) throws IOException {
		need(Operation.RENAME, from, Ability.RENAME);
		try {
			checkOpen();
			backend.rename(from, to);
		} catch (final IOException e) {
			throw failures.of(Operation.RENAME, from, e);
		}
	}

	void delete(String key) throws IOException {
		need(Operation.DELETE, key, Ability.DELETE);
		final var attempts = new AtomicInteger();
		again(Operation.DELETE, key, () -> {
			try {
				attempts.incrementAndGet();
				backend.delete(key);
			} catch (final BackendException e) {
				if (e.kind() != Kind.MISSING || attempts.get() == 1) {
					throw e;
				}
			}
			return null;
		});
	}

	void deleteTree(String key) throws IOException {
		need(Operation.DELETE, key, Ability.DELETE);
		again(Operation.DELETE, key, () -> {
			backend.deleteTree(key);
			return null;
		});
	}

	/** A call that may be made twice. */
	<T> T again(Operation operation, String key, Retry.Call<T> call) throws IOException {
		try {
			return retried(call);
		} catch (final IOException e) {
			throw failures.of(operation, key, e);
		}
	}

	/** Refuses what the storage cannot do. */
	void need(Operation operation, String key, Ability ability) throws IOException {
		final Optional<String> whyNot = backend.abilities().whyNot(ability);
		if (whyNot.isPresent()) {
			throw failures.of(operation, key, Kind.UNSUPPORTED, whyNot.get());
		}
	}

	private <T> T retried(Retry.Call<T> call) throws IOException {
		checkOpen();
		try {
			return retry.run(call);
		} catch (final IOException e) {
			if (retry.isClosed()) {
				throw (ClosedFileSystemException) new ClosedFileSystemException().initCause(e);
			}
			throw e;
		}
	}

	private void checkOpen() {
		if (retry.isClosed()) {
			throw new ClosedFileSystemException();
		}
	}

	boolean isOpen() {
		return !retry.isClosed();
	}

	@Override
	public void close() throws IOException {
		if (isOpen()) {
			retry.close();
			backend.close();
		}
	}
}
