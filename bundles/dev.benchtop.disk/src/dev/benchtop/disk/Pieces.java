package dev.benchtop.disk;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Cuts what is written and read into pieces that a disk takes: of one MiB, whole blocks, at addresses that direct access wants. */
final class Pieces {

	private static final int PIECE = 1 << 20;
	private static final int ALIGNMENT = 4096;
	/** Shorter runs of zeros are sent like everything else. */
	private static final int SHORTEST_ZEROS = 64 << 10;
	private static final ByteBuffer ZEROS = ByteBuffer.allocateDirect(SHORTEST_ZEROS).asReadOnlyBuffer();

	/** Some bytes and where they belong. */
	record Piece(ByteBuffer data, long position) {
	}

	private final DiskIo io;
	private volatile boolean zeroing;
	private final ThreadLocal<ByteBuffer> spare = ThreadLocal.withInitial(() -> ByteBuffer.allocateDirect(PIECE + 2 * ALIGNMENT).alignedSlice(ALIGNMENT));

	Pieces(DiskIo io, boolean zeroing) {
		this.io = io;
		this.zeroing = zeroing;
	}

	/** Cuts what remains of {@code data}, at positions that are multiples of a piece. */
	static List<Piece> cut(ByteBuffer data, long position) {
		final var pieces = new ArrayList<Piece>();
		for (int at = 0; at < data.remaining();) {
			final int length = Math.min(data.remaining() - at, PIECE - (int) ((position + at) % PIECE));
			pieces.add(new Piece(data.slice(data.position() + at, length), position + at));
			at += length;
		}
		return pieces;
	}

	/** Writes all of a piece; where that fails, what remains of {@code data} is what was not written. */
	void write(ByteBuffer data, long position) throws IOException {
		if (zeroing && position % ALIGNMENT == 0) {
			writeAroundZeros(data, position);
		} else {
			writeBlocks(data, position);
		}
	}

	/** How many bytes of pieces in a row are written up to the first that is not. */
	static int written(List<Piece> pieces) {
		int written = 0;
		for (final Piece piece : pieces) {
			written += piece.data.position();
			if (piece.data.hasRemaining()) {
				break;
			}
		}
		return written;
	}

	private void writeAroundZeros(ByteBuffer data, long position) throws IOException {
		final int end = data.limit();
		int from = 0;
		for (int at = 0; at < end;) {
			final int zeros = zeros(data, at);
			if (zeros >= SHORTEST_ZEROS && zero(position + at, zeros)) {
				writeBlocks(data.slice(from, at - from), position + from);
				from = at + zeros;
				data.position(from);
			}
			at += Math.max(zeros, SHORTEST_ZEROS);
		}
		writeBlocks(data.slice(from, end - from), position + from);
		data.position(end);
	}

	/** How many bytes from {@code at} on are zero, in whole steps. */
	private static int zeros(ByteBuffer data, int at) {
		int to = at;
		while (to + SHORTEST_ZEROS <= data.limit() && data.slice(to, SHORTEST_ZEROS).mismatch(ZEROS) < 0) {
			to += SHORTEST_ZEROS;
		}
		return to - at;
	}

	/** Has the disk make a range zero; a disk that refuses once is not asked again. */
	private boolean zero(long position, long length) {
		if (zeroing) {
			try {
				io.zero(position, length);
			} catch (IOException e) {
				System.getLogger(Pieces.class.getName()).log(System.Logger.Level.DEBUG, "zeros are written as they are", e); //$NON-NLS-1$
				zeroing = false;
			}
		}
		return zeroing;
	}

	private void writeBlocks(ByteBuffer data, long position) throws IOException {
		final int block = io.blockSize();
		if (data.hasRemaining() && (!fits(data, position) || data.remaining() % block != 0)) {
			final long first = position - position % block;
			final long last = Math.min(io.size(), roundUp(position + data.remaining(), block));
			final ByteBuffer whole = spare.get().slice(0, (int) (last - first));
			if (first < position || last > position + data.remaining()) {
				readAll(whole.duplicate(), first);
			}
			whole.slice((int) (position - first), data.remaining()).put(data.duplicate());
			writeAll(whole, first);
			data.position(data.limit());
		} else {
			writeAll(data, position);
		}
	}

	private void writeAll(ByteBuffer data, long position) throws IOException {
		long at = position;
		while (data.hasRemaining()) {
			final int count = io.write(data, at);
			if (count <= 0) {
				throw new EOFException(Messages.Pieces_end);
			}
			at += count;
		}
	}

	/** Fills a piece. */
	void read(ByteBuffer data, long position) throws IOException {
		final int block = io.blockSize();
		if (fits(data, position) && data.remaining() % block == 0) {
			readAll(data, position);
			return;
		}
		final long first = position - position % block;
		final long last = Math.min(io.size(), roundUp(position + data.remaining(), block));
		final ByteBuffer whole = spare.get().slice(0, (int) (last - first));
		readAll(whole.duplicate(), first);
		data.put(whole.slice((int) (position - first), data.remaining()));
	}

	private void readAll(ByteBuffer data, long position) throws IOException {
		long at = position;
		while (data.hasRemaining()) {
			final int count = io.read(data, at);
			if (count <= 0) {
				throw new EOFException(Messages.Pieces_end);
			}
			at += count;
		}
	}

	private boolean fits(ByteBuffer data, long position) {
		return data.isDirect() && position % io.blockSize() == 0 && data.alignmentOffset(data.position(), io.blockSize()) == 0;
	}

	private static long roundUp(long value, int block) {
		return (value + block - 1) / block * block;
	}
}
