package dev.benchtop.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;

import dev.benchtop.core.BlockInput;

/** The body of a request (RFC 9112, sections 6 and 7): of a length that was said, or in chunks. */
final class Body extends BlockInput {

	private static final Duration PAUSE = Duration.ofSeconds(60);
	private static final int LONGEST_LINE = 4096;

	private final Wire wire;
	private final boolean chunked;
	private long left;
	private boolean ended;
	private boolean begun;

	private Body(Wire wire, boolean chunked, long left) {
		this.wire = wire;
		this.chunked = chunked;
		this.left = left;
		this.ended = !chunked && left == 0;
	}

	/**
	 * The body that a request announces.
	 *
	 * @throws HttpException where what it says of it is contradictory, which is how requests are smuggled (RFC 9112, section 11.2)
	 */
	static Body of(Request request, Wire wire) throws HttpException {
		final var coding = request.field("transfer-encoding"); //$NON-NLS-1$
		final var length = request.field("content-length"); //$NON-NLS-1$
		if (coding.isPresent()) {
			if (!coding.get().equalsIgnoreCase("chunked")) { //$NON-NLS-1$
				throw new HttpException(Status.NOT_IMPLEMENTED);
			}
			if (length.isPresent() || request.minor() == 0) {
				throw new HttpException(Status.BAD_REQUEST);
			}
			return new Body(wire, true, 0);
		}
		if (length.isPresent() && !length.get().matches("\\d{1,18}")) { //$NON-NLS-1$
			throw new HttpException(Status.BAD_REQUEST);
		}
		return new Body(wire, false, length.map(Long::parseLong).orElse(0L));
	}

	/** The length that was said; -1 in chunks. */
	long announced() {
		return chunked ? -1 : left;
	}

	/** Whether all of it has been read. */
	boolean isOver() {
		return ended;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		if (ended || length == 0) {
			return ended ? -1 : 0;
		}
		wire.allow(PAUSE);
		if (chunked && left == 0) {
			nextChunk();
			if (ended) {
				return -1;
			}
		}
		final int count = wire.read(bytes, offset, (int) Math.min(length, left));
		if (count < 0) {
			throw new EOFException();
		}
		left -= count;
		ended = !chunked && left == 0;
		return count;
	}

	private void nextChunk() throws IOException {
		if (begun && !line().isEmpty()) {
			throw new IOException(Status.BAD_REQUEST.line());
		}
		begun = true;
		final String size = line().split(";", 2)[0].strip(); //$NON-NLS-1$
		if (!size.matches("[0-9A-Fa-f]{1,15}")) { //$NON-NLS-1$
			throw new IOException(Status.BAD_REQUEST.line());
		}
		left = Long.parseLong(size, 16);
		if (left == 0) {
			while (!line().isEmpty()) {
				wire.allow(PAUSE);
			}
			ended = true;
		}
	}

	private String line() throws IOException {
		final var line = new StringBuilder();
		for (int letter = wire.read(); letter != '\n'; letter = wire.read()) {
			if (letter < 0 || line.length() > LONGEST_LINE) {
				throw new EOFException();
			}
			line.append((char) letter);
		}
		return line.toString().strip();
	}
}
