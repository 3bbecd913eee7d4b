package dev.benchtop.storage.fs;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger.Level;
import java.nio.channels.ClosedChannelException;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** Reads a part of a file, and goes on where it was when the connection breaks. */
final class ResumingInput implements Closeable {

	private final Content content;
	private final long end;
	private long offset;
	private int breaks;
	private InputStream stream;
	private boolean closed;

	/** @param length -1 for all to the end */
	ResumingInput(Content content, long offset, long length) {
		this.content = content;
		this.offset = offset;
		this.end = length < 0 ? content.size() : offset + length;
	}

	/** Reads at least a byte; -1 at the end. */
	int read(byte[] bytes, int from, int length) throws IOException {
		while (end < 0 || offset < end) {
			try {
				final InputStream input = stream();
				final int wanted = end < 0 ? length : (int) Math.min(length, end - offset);
				final int count = input.read(bytes, from, wanted);
				if (count > 0) {
					offset += count;
					breaks = 0;
					return count;
				}
				if (end < 0) {
					return -1;
				}
				throw content.endedAt(offset);
			} catch (final IOException e) {
				afterBreak(e);
			}
		}
		return -1;
	}

	/** Whether more can be read without waiting. */
	boolean hasMore() throws IOException {
		return (end < 0 || offset < end) && stream != null && stream.available() > 0;
	}

	private InputStream stream() throws IOException {
		if (stream == null) {
			keep(content.open(offset, end < 0 || end == content.size() ? -1 : end - offset, breaks > 0));
		}
		return stream;
	}

	private synchronized void keep(InputStream opened) throws IOException {
		stream = opened;
		if (closed) {
			opened.close();
			throw new ClosedChannelException();
		}
	}

	private void afterBreak(IOException failure) throws IOException {
		drop();
		if (isClosed()) {
			throw new ClosedChannelException();
		}
		if (failure instanceof BackendException known && known.kind() != Kind.BROKEN) {
			throw failure;
		}
		breaks++;
		if (breaks >= Retry.TRIES) {
			throw failure instanceof BackendException ? failure : new BackendException(Kind.BROKEN, failure.getMessage(), failure);
		}
		content.retry().pause(breaks);
	}

	private synchronized boolean isClosed() {
		return closed;
	}

	private synchronized void drop() {
		if (stream != null) {
			try {
				stream.close();
			} catch (final IOException e) {
				System.getLogger(ResumingInput.class.getName()).log(Level.DEBUG, content.entry().key(), e);
			}
			stream = null;
		}
	}

	/** Ends a read that blocks in another thread. */
	@Override
	public void close() {
		synchronized (this) {
			closed = true;
		}
		drop();
	}
}
