package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.TreeMap;

/**
 * A text file in netascii (RFC 764): a line feed goes as CR LF, a carriage return as CR NUL.
 * Where a byte of the output comes from is remembered every 64 KiB, so that blocks can be sent again.
 */
final class NetasciiSource implements Source {

	private static final int STRIDE = 64 << 10;
	private static final int NONE = -1;

	private record Mark(long read, int pending) {
	}

	private final Source file;
	private final ByteBuffer input = ByteBuffer.allocate(8 << 10).limit(0);
	private final TreeMap<Long, Mark> marks = new TreeMap<>();
	private long written;
	private long read;
	private int pending = NONE;

	NetasciiSource(Source file) {
		this.file = file;
		marks.put(0L, new Mark(0, NONE));
	}

	@Override
	public void read(ByteBuffer target, long position) throws IOException {
		seek(position);
		for (int next; target.hasRemaining() && (next = next()) >= 0;) {
			target.put((byte) next);
		}
	}

	private void seek(long position) throws IOException {
		if (position == written) {
			return;
		}
		final var mark = marks.floorEntry(position);
		written = mark.getKey();
		read = mark.getValue().read;
		pending = mark.getValue().pending;
		input.limit(0);
		while (written < position && next() >= 0) {
			continue;
		}
	}

	private int next() throws IOException {
		if (written - marks.lastKey() >= STRIDE) {
			marks.put(written, new Mark(read, pending));
		}
		int next = pending;
		pending = NONE;
		if (next == NONE) {
			if (!input.hasRemaining() && !refill()) {
				return -1;
			}
			next = Byte.toUnsignedInt(input.get());
			read++;
			if (next == '\n') {
				pending = '\n';
				next = '\r';
			} else if (next == '\r') {
				pending = 0;
			}
		}
		written++;
		return next;
	}

	private boolean refill() throws IOException {
		input.clear();
		file.read(input, read);
		return input.flip().hasRemaining();
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
