package dev.benchtop.storage.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BlockInput;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.backend.BackendException.Kind;

/** A file, or a part of it, over as many connections as it takes; what breaks again without a byte in between ends it. */
final class ResumingStream extends BlockInput {

	private final HttpEngine engine;
	private final Call call;
	private final Patience patience;
	private final Version version;
	private final long length;
	private long position;
	private long end;
	private int failures;
	private InputStream body;
	private Exchange exchange;
	private volatile boolean closed;

	ResumingStream(HttpEngine engine, Call call, long offset, long length, Optional<String> etag) throws BackendException {
		this.engine = engine;
		this.call = call;
		this.patience = new Patience(engine.settings());
		this.version = new Version(etag);
		this.length = length;
		this.position = offset;
		this.end = length < 0 ? Long.MAX_VALUE : offset + length;
		try {
			open();
		} catch (BackendException e) {
			close();
			throw e;
		}
	}

	private void open() throws BackendException {
		if (position >= end) {
			body = InputStream.nullInputStream();
			return;
		}
		Call ranged = call;
		if (position > 0 || length >= 0) {
			ranged = ranged.with("Range", "bytes=" + position + '-' + (end == Long.MAX_VALUE ? "" : end - 1)); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
			final var validator = version.validator();
			if (validator.isPresent()) {
				ranged = ranged.with("If-Range", validator.get()); //$NON-NLS-1$
			}
		}
		final HttpReply reply = next(ranged).reply();
		if (reply.url().path().endsWith("/") && !call.url().path().endsWith("/")) { //$NON-NLS-1$ //$NON-NLS-2$
			throw new BackendException(Kind.IS_FOLDER, NLS.bind(Messages.ResumingStream_folder, reply.url()));
		}
		if (reply.status() == 416) {
			version.check(reply, reply.range().map(HttpReply.ContentRange::total).orElse(position));
			end = position;
			reply.discard();
			body = InputStream.nullInputStream();
			return;
		}
		body = reply.check().body();
		final long start = version.begin(reply, position);
		end = Math.min(end, version.total() < 0 ? Long.MAX_VALUE : Math.max(version.total(), position));
		skip(position - start, reply.url());
	}

	private synchronized Exchange next(Call ranged) throws BackendException {
		if (closed) {
			throw Patience.closed();
		}
		if (exchange != null) {
			exchange.close();
		}
		exchange = engine.exchange(ranged);
		return exchange;
	}

	private void skip(long count, Url url) throws BackendException {
		try {
			body.skipNBytes(count);
		} catch (IOException e) {
			throw Failures.of(url, e, engine.settings());
		}
	}

	@Override
	public int read(byte[] data, int offset, int count) throws IOException {
		if (count == 0) {
			return 0;
		}
		while (position < end) {
			try {
				if (body == null) {
					open();
					continue;
				}
				final int got = body.read(data, offset, (int) Math.min(count, end - position));
				if (got > 0) {
					position += got;
					failures = 0;
					return got;
				}
				if (end == Long.MAX_VALUE) {
					return -1;
				}
				throw new BackendException(Kind.BROKEN, NLS.bind(Messages.ResumingStream_short, position, version.total()));
			} catch (BackendException e) {
				again(e);
			}
		}
		return -1;
	}

	private void again(BackendException failure) throws BackendException {
		body = null;
		if (closed) {
			throw Patience.closed();
		}
		if (failure.kind() != Kind.BROKEN) {
			throw failure;
		}
		if (patience.isLast(++failures)) {
			throw patience.exhausted(failure);
		}
		patience.pause(failures);
	}

	@Override
	public void close() {
		closed = true;
		patience.close();
		final Exchange last;
		synchronized (this) {
			last = exchange;
		}
		if (last != null) {
			last.close();
		}
	}
}
