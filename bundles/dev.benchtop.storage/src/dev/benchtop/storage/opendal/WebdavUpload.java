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
	private static final int CHUNK = 1 << 18;
	private static final byte[] LINE_END = {'\r', '\n'};

	private final Native store;
	private final Link link;
	private final Link branch;
	private final Wire wire;
	private final boolean chunked;
	private final String temporary;
	private final String key;
	private final byte[] chunk = new byte[CHUNK];
	private volatile boolean finished;

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
		while (data.hasRemaining()) {
			final int count = Math.min(CHUNK, data.remaining());
			data.get(chunk, 0, count);
			send(chunk, count);
		}
	}

	private void send(byte[] data, int count) throws IOException {
		try {
			if (wire.answered()) {
				throw refusal();
			}
			if (chunked) {
				final byte[] size = (Integer.toHexString(count) + "\r\n").getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
				wire.body(size, 0, size.length);
			}
			wire.body(data, 0, count);
			if (chunked) {
				wire.body(LINE_END, 0, LINE_END.length);
			}
		} catch (BackendException e) {
			throw e;
		} catch (IOException e) {
			throw earlier(e);
		}
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
				final byte[] last = "0\r\n\r\n".getBytes(StandardCharsets.US_ASCII); //$NON-NLS-1$
				wire.body(last, 0, last.length);
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
		link.forget(branch);
		if (!finished) {
			finished = true;
			Leftovers.remove(temporary, this::remove);
		}
	}

	private boolean remove() throws BackendException {
		store.call(Link.PATIENCE, operator -> operator.delete(temporary));
		try {
			store.call(Link.PATIENCE, operator -> operator.stat(temporary));
			return false;
		} catch (BackendException e) {
			if (e.kind() != BackendException.Kind.MISSING) {
				throw e;
			}
			return true;
		}
	}
}
