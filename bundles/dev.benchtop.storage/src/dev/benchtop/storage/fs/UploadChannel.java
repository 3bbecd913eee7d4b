package dev.benchtop.storage.fs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.util.concurrent.locks.ReentrantLock;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.capability.Abandonable;
import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException.Kind;

/**
 * Writes a file of a storage from its beginning to its end. Closing it makes what was written the file, unless a write has failed, a write is
 * still going on in another thread, or another length was announced.
 */
final class UploadChannel implements SeekableByteChannel, Abandonable {

	private static final int SMALL = 16 * 1024;

	private final Upload upload;
	private final String key;
	private final long size;
	private final Failures failures;
	private final Runnable committed;
	private final ReentrantLock writing = new ReentrantLock();
	private final ByteBuffer gathered = ByteBuffer.allocate(4 * SMALL);
	private long written;
	private boolean failed;
	private volatile boolean closed;

	/**
	 * @param size announced; -1 for none
	 * @param committed told when it has become the file
	 */
	UploadChannel(Upload upload, String key, long size, Failures failures, Runnable committed) {
		this.upload = upload;
		this.key = key;
		this.size = size;
		this.failures = failures;
		this.committed = committed;
	}

	@Override
	public int write(ByteBuffer source) throws IOException {
		writing.lock();
		try {
			checkOpen();
			return put(source);
		} finally {
			writing.unlock();
		}
	}

	private int put(ByteBuffer source) throws IOException {
		try {
			final int count = source.remaining();
			if (count >= SMALL || count > gathered.remaining()) {
				flush();
			}
			if (count >= SMALL) {
				upload.write(source);
			} else {
				gathered.put(source);
			}
			written += count;
			return count;
		} catch (final IOException e) {
			failed = true;
			throw closed ? new AsynchronousCloseException() : failures.of(Operation.WRITE, key, e);
		} catch (final RuntimeException | Error e) {
			failed = true;
			throw e;
		}
	}

	private void flush() throws IOException {
		if (gathered.position() > 0) {
			upload.write(gathered.flip());
			gathered.clear();
		}
	}

	@Override
	public void close() throws IOException {
		if (!writing.tryLock()) {
			abandon();
			return;
		}
		try {
			if (closed) {
				return;
			}
			try (upload) {
				if (!failed) {
					commit();
				}
			} finally {
				closed = true;
			}
		} finally {
			writing.unlock();
		}
	}

	private void commit() throws IOException {
		if (size >= 0 && size != written) {
			throw failures.of(Operation.WRITE, key, Kind.FAILED, NLS.bind(Messages.shorter, written, size));
		}
		try {
			flush();
			upload.commit();
		} catch (final IOException e) {
			throw failures.of(Operation.WRITE, key, e);
		}
		committed.run();
	}

	@Override
	public void abandon() throws IOException {
		if (!closed) {
			closed = true;
			upload.close();
		}
	}

	@Override
	public long position() throws IOException {
		checkOpen();
		return written;
	}

	@Override
	public SeekableByteChannel position(long newPosition) throws IOException {
		checkOpen();
		if (newPosition != written) {
			throw new UnsupportedOperationException(Messages.sequential);
		}
		return this;
	}

	@Override
	public long size() throws IOException {
		return position();
	}

	@Override
	public SeekableByteChannel truncate(long newSize) throws IOException {
		if (newSize < position()) {
			throw new UnsupportedOperationException(Messages.sequential);
		}
		return this;
	}

	@Override
	public int read(ByteBuffer target) throws IOException {
		checkOpen();
		throw new NonReadableChannelException();
	}

	@Override
	public boolean isOpen() {
		return !closed;
	}

	void checkOpen() throws ClosedChannelException {
		if (closed) {
			throw new ClosedChannelException();
		}
	}
}
