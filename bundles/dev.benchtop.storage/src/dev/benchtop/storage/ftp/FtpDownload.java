package dev.benchtop.storage.ftp;

import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;

import dev.benchtop.core.BlockInput;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** A file or a piece of it, on a connection of its own. Its end is one only when the server says so too. */
final class FtpDownload extends BlockInput {

	private final Pool pool;
	private final FtpConnection connection;
	private final InputStream data;
	private final ReentrantLock reading = new ReentrantLock();
	private final String path;
	private long position;
	private long rest;
	private boolean ended;
	private volatile boolean closed;
	/** Whether the connection is no more this stream's: it goes back to the pool once, and whoever has it then keeps it. */
	private final AtomicBoolean left = new AtomicBoolean();

	/**
	 * @param path of the server
	 * @param offset where the data begins
	 * @param length -1 for all to the end
	 */
	FtpDownload(Pool pool, FtpConnection connection, InputStream data, String path, long offset, long length) {
		this.pool = pool;
		this.connection = connection;
		this.data = data;
		this.path = path;
		this.position = offset;
		this.rest = length < 0 ? Long.MAX_VALUE : length;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		reading.lock();
		try {
			return readLocked(bytes, offset, length);
		} finally {
			reading.unlock();
		}
	}

	private int readLocked(byte[] bytes, int offset, int length) throws IOException {
		if (closed) {
			throw new BackendException(Kind.CLOSED, Messages.FtpDownload_closed);
		}
		if (length == 0) {
			return 0;
		}
		if (ended || rest == 0) {
			return -1;
		}
		try {
			final int read = data.read(bytes, offset, (int) Math.min(length, rest));
			if (read < 0) {
				connection.end();
				connection.requireSize(path, position);
				ended = true;
				if (left.compareAndSet(false, true)) {
					pool.give(connection);
				}
			} else {
				rest -= read;
				position += read;
			}
			return read;
		} catch (IOException e) {
			final BackendException told = connection.broken(e);
			ended = true;
			if (left.compareAndSet(false, true)) {
				pool.drop(connection);
			}
			throw told;
		}
	}

	/** Ends a read that blocks in another thread, and the connection with it; otherwise the connection is kept. */
	@Override
	public void close() {
		if (closed) {
			return;
		}
		closed = true;
		if (!reading.tryLock()) {
			if (left.compareAndSet(false, true)) {
				pool.drop(connection);
			}
			return;
		}
		try {
			if (ended) {
				return;
			}
			ended = true;
			left.set(true);
			if (connection.settle()) {
				pool.give(connection);
			} else {
				pool.drop(connection);
			}
		} finally {
			reading.unlock();
		}
	}
}
