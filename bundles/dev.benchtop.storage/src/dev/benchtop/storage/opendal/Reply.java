package dev.benchtop.storage.opendal;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import dev.benchtop.core.BlockInput;
import dev.benchtop.storage.backend.BackendException;

/** What a server answers (RFC 9112, section 6); closing it before its end closes the connection. */
final class Reply extends BlockInput implements Closeable {

	private static final int WORTH_READING = 1 << 16;

	private final Wire wire;
	private final Link link;
	private final int status;
	private final Map<String, String> headers;
	private final boolean chunked;
	private final boolean toTheEnd;
	private long left;
	private volatile boolean ended;
	private volatile boolean closed;

	Reply(Wire wire, Link link, int status, Map<String, String> headers, boolean bodyless) throws IOException {
		this.wire = wire;
		this.link = link;
		this.status = status;
		this.headers = headers;
		this.chunked = !bodyless && headers.getOrDefault("transfer-encoding", "").toLowerCase(java.util.Locale.ROOT).endsWith("chunked"); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		final String length = headers.get("content-length"); //$NON-NLS-1$
		this.toTheEnd = !bodyless && !chunked && length == null;
		this.left = bodyless || chunked || toTheEnd ? 0 : size(length);
		if (bodyless || !chunked && !toTheEnd && left == 0) {
			end();
		}
	}

	private static long size(String length) throws IOException {
		try {
			return Long.parseLong(length);
		} catch (NumberFormatException e) {
			throw new IOException(Messages.Wire_notHttp, e);
		}
	}

	int status() {
		return status;
	}

	Optional<String> header(String lowerCaseName) {
		return Optional.ofNullable(headers.get(lowerCaseName));
	}

	/** The length that the server tells, of the body or of what it stands for. */
	long length() {
		try {
			return header("content-length").map(Long::parseLong).orElse(0L); //$NON-NLS-1$
		} catch (NumberFormatException e) {
			return 0;
		}
	}

	@Override
	public int read(byte[] data, int offset, int length) throws IOException {
		try {
			return length == 0 ? 0 : some(data, offset, length);
		} catch (IOException e) {
			throw closed ? Link.closed() : link.failure(e);
		}
	}

	private int some(byte[] data, int offset, int length) throws IOException {
		if (closed) {
			throw Link.closed();
		}
		if (!ended && chunked && left == 0) {
			chunk();
		}
		if (ended) {
			return -1;
		}
		final int count = wire.read(data, offset, toTheEnd ? length : (int) Math.min(length, left));
		if (count < 0 && !toTheEnd) {
			throw new EOFException(Messages.Wire_ended);
		}
		if (count < 0) {
			ended = true;
			link.drop(wire);
			return -1;
		}
		left -= toTheEnd ? 0 : count;
		if (left == 0 && chunked) {
			wire.line();
		} else if (left == 0 && !toTheEnd) {
			end();
		}
		return count;
	}

	private void chunk() throws IOException {
		final String line = wire.line();
		final int extension = line.indexOf(';');
		left = Wire.number((extension < 0 ? line : line.substring(0, extension)).strip(), 16);
		if (left == 0) {
			while (!wire.line().isEmpty()) {
				// trailers tell nothing that is needed
			}
			end();
		}
	}

	private void end() {
		ended = true;
		if (header("connection").filter("close"::equalsIgnoreCase).isPresent()) { //$NON-NLS-1$ //$NON-NLS-2$
			link.drop(wire);
		} else {
			link.giveBack(wire);
		}
	}

	/** Goes on where the request succeeded; the reply is closed where it did not. */
	Reply check() throws BackendException {
		if (status / 100 == 2) {
			return this;
		}
		throw failure();
	}

	/** What the reply tells of a failure; closes it. */
	BackendException failure() {
		return ServerWords.failure(status, text());
	}

	/** The body as text, or what comes of it; closes the reply. */
	String text() {
		try (this) {
			return new String(readNBytes(WORTH_READING), StandardCharsets.UTF_8);
		} catch (IOException e) {
			return ""; // the status alone has to do where the rest of the answer got lost //$NON-NLS-1$
		}
	}

	@Override
	public void close() {
		closed = true;
		if (!ended) {
			link.drop(wire);
		}
	}
}
