package dev.benchtop.storage.ftp;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import dev.benchtop.storage.backend.Backend;
import dev.benchtop.storage.backend.BackendException;

/** A file on its way under a name of its own, which gets its final name at the commit. */
final class FtpUpload implements Backend.Upload {

	private static final int PIECE = 64 * 1024;

	private final FtpBackend backend;
	private final Pool pool;
	private final FtpConnection connection;
	private final OutputStream data;
	private final String part;
	private final String key;
	private byte[] piece;
	private long written;
	private boolean sent;
	private boolean done;

	FtpUpload(FtpBackend backend, Pool pool, FtpConnection connection, OutputStream data, String part, String key) {
		this.backend = backend;
		this.pool = pool;
		this.connection = connection;
		this.data = data;
		this.part = part;
		this.key = key;
	}

	@Override
	public void write(ByteBuffer bytes) throws IOException {
		written += bytes.remaining();
		try {
			if (bytes.hasArray()) {
				data.write(bytes.array(), bytes.arrayOffset() + bytes.position(), bytes.remaining());
				bytes.position(bytes.limit());
				return;
			}
			if (piece == null) {
				piece = new byte[PIECE];
			}
			while (bytes.hasRemaining()) {
				final int count = Math.min(PIECE, bytes.remaining());
				bytes.get(piece, 0, count);
				data.write(piece, 0, count);
			}
		} catch (IOException e) {
			throw told(e);
		}
	}

	/** Why the server broke it off: a full disk is told on the control connection. */
	private BackendException told(IOException broken) {
		try {
			connection.end();
		} catch (BackendException e) {
			return e;
		} catch (IOException e) {
			return connection.broken(broken);
		}
		return connection.broken(broken);
	}

	@Override
	public void commit() throws IOException {
		try {
			connection.end();
			sent = true;
			connection.requireSize(connection.path(part), written);
			new FtpNames(connection).rename(part, key);
			done = true;
		} catch (IOException e) {
			throw connection.broken(e);
		}
	}

	@Override
	public void close() {
		if (done) {
			pool.give(connection);
			return;
		}
		final boolean usable = sent || connection.abandon();
		if (usable) {
			pool.give(connection);
		} else {
			pool.drop(connection);
		}
		backend.discard(part);
	}
}
