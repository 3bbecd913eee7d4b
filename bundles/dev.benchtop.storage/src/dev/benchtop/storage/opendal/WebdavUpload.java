package dev.benchtop.storage.opendal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import dev.benchtop.storage.backend.Backend.Upload;
import dev.benchtop.storage.backend.BackendException;

/** One PUT (RFC 4918, section 9.7) under another name, sent as it comes; the file gets its name by a MOVE. */
final class WebdavUpload implements Upload {

	private static final Duration PATIENCE = Duration.ofMinutes(10);
	private static final int CHUNK = 1 << 20;

	private final Native store;
	private final Link link;
	private final Link branch;
	private final Wire wire;
	private final boolean chunked;
	private final String temporary;
	private final String key;
	private volatile boolean finished;
	private boolean missed;

	WebdavUpload(Native store, Link link, Link branch, Wire wire, boolean chunked, String temporary, String key) {
		this.store = store;
		this.link = link;
		this.branch = branch;
		this.wire = wire;
		this.chunked = chunked;
		this.temporary = temporary;
		this.key = key;
	}

	@Override
	public void write(ByteBuffer data) throws IOException {
		final ByteBuffer rest = data.duplicate();
		data.position(data.limit());
		while (rest.hasRemaining()) {
			final int count = Math.min(CHUNK, rest.remaining());
			send(rest.slice(rest.position(), count), count);
			rest.position(rest.position() + count);
		}
	}

	private void send(ByteBuffer data, int count) throws IOException {
		try {
			if (wire.answered()) {
				throw refusal();
			}
			if (chunked) {
				line(Integer.toHexString(count));
			}
			wire.body(data);
			if (chunked) {
				line(""); //$NON-NLS-1$
			}
		} catch (BackendException e) {
			throw e;
		} catch (IOException e) {
			throw earlier(e);
		}
	}

	private void line(String text) throws IOException {
		final byte[] line = (text + "\r\n").getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
		wire.body(line, 0, line.length);
	}

	/** A server that ends the connection may have said why. */
	private BackendException earlier(IOException failure) {
		try {
			return wire.answered() ? refusal() : branch.failure(failure);
		} catch (IOException e) {
			return branch.failure(failure);
		}
	}

	private BackendException refusal() throws IOException {
		return wire.reply(PATIENCE, false, branch).failure();
	}

	@Override
	public void commit() throws IOException {
		try {
			if (chunked) {
				line("0\r\n"); //$NON-NLS-1$
			}
			wire.flush();
			try (var reply = wire.reply(PATIENCE, false, branch)) {
				reply.check();
			}
		} catch (BackendException e) {
			throw e;
		} catch (IOException e) {
			throw earlier(e);
		}
		store.call(PATIENCE, operator -> operator.rename(temporary, key));
		finished = true;
	}

	@Override
	public void close() {
		try (var _ = store.leftovers().ending()) {
			link.forget(branch);
			if (!finished) {
				finished = true;
				store.leftovers().remove(temporary, this::remove);
			}
		}
	}

	/** Whether it was not there twice: a server may make it again that learns later than we that the upload has ended. */
	private boolean remove() throws BackendException {
		store.call(Link.PATIENCE, operator -> operator.delete(temporary));
		try {
			store.call(Link.PATIENCE, operator -> operator.stat(temporary));
			missed = false;
			return false;
		} catch (BackendException e) {
			if (e.kind() != BackendException.Kind.MISSING) {
				throw e;
			}
			final boolean before = missed;
			missed = true;
			return before;
		}
	}
}
