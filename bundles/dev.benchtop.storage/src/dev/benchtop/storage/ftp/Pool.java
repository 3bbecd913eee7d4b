package dev.benchtop.storage.ftp;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import javax.net.ssl.TrustManager;

import org.apache.commons.net.ftp.FTPReply;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.http.Trust;

/**
 * The connections to one server: one for each transfer, a few kept for the next ones. There may be as many as the server takes; where
 * it takes no more, whoever needs one waits for one that is in use.
 */
final class Pool implements Closeable {

	private static final int KEPT = 4;

	private final FtpConfig config;
	private final Deque<FtpConnection> idle = new ArrayDeque<>();
	private final Set<FtpConnection> all = new HashSet<>();
	private TrustManager[] managers = {};
	private boolean closed;
	/** How many places at the server have become free again. */
	private long freed;

	Pool(FtpConfig config) {
		this.config = config;
	}

	/** A connection for the caller alone, until it is given back or dropped. */
	FtpConnection take() throws IOException {
		final long until = System.nanoTime() + config.timeout().toNanos();
		while (true) {
			final long before = freed();
			final FtpConnection kept = kept();
			if (kept == null) {
				try {
					return connect();
				} catch (BackendException e) {
					if (!full(e) || !awaitRoom(before, until)) {
						throw e;
					}
				}
			} else if (kept.alive()) {
				return kept;
			} else {
				drop(kept);
			}
		}
	}

	private synchronized long freed() {
		return freed;
	}

	private synchronized FtpConnection kept() throws BackendException {
		if (closed) {
			throw new BackendException(Kind.CLOSED, Messages.FtpBackend_closed);
		}
		return idle.pollFirst();
	}

	private FtpConnection connect() throws BackendException {
		final var connection = new FtpConnection(config, managers());
		synchronized (this) {
			if (closed) {
				throw new BackendException(Kind.CLOSED, Messages.FtpBackend_closed);
			}
			all.add(connection);
		}
		try {
			connection.open();
			return connection;
		} catch (IOException e) {
			final BackendException told = connection.broken(e);
			remove(connection, 0);
			throw told;
		}
	}

	private synchronized TrustManager[] managers() throws BackendException {
		if (managers.length == 0 && config.tls() != TlsMode.NONE) {
			managers = Trust.managers(Optional.ofNullable(config.cacert()), config.insecure());
		}
		return managers;
	}

	/** Whether the server takes no more connections: it says 421 then, or 530 with words of it. */
	private static boolean full(BackendException e) {
		final String words = e.getMessage();
		return words.startsWith(Integer.toString(FTPReply.SERVICE_NOT_AVAILABLE))
				|| words.startsWith(Integer.toString(FTPReply.NOT_LOGGED_IN)) && words.matches("(?i).*(too many|maximum|limit).*"); //$NON-NLS-1$
	}

	/** Waits until one is given back or has gone since then; not where none is in use. */
	private synchronized boolean awaitRoom(long before, long until) {
		try {
			while (idle.isEmpty() && freed == before && !all.isEmpty() && !closed) {
				final long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
				if (left <= 0) {
					return false;
				}
				wait(left);
			}
			return !idle.isEmpty() || freed != before || closed;
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Gives one back that can still be used. */
	void give(FtpConnection connection) {
		connection.touch();
		synchronized (this) {
			if (!closed && idle.size() < KEPT) {
				idle.addFirst(connection);
				notifyAll();
				return;
			}
		}
		drop(connection);
	}

	/** Closes one; where it broke, the others are asked before they are used again. */
	void drop(FtpConnection connection) {
		remove(connection, 1);
	}

	private void remove(FtpConnection connection, int places) {
		connection.cut();
		synchronized (this) {
			all.remove(connection);
			freed += places;
			idle.forEach(FtpConnection::suspect);
			notifyAll();
		}
	}

	/** Closes all, also those in use; never blocks. */
	@Override
	public void close() {
		final List<FtpConnection> due;
		synchronized (this) {
			closed = true;
			due = new ArrayList<>(all);
			all.clear();
			idle.clear();
			notifyAll();
		}
		due.forEach(FtpConnection::cut);
	}
}
