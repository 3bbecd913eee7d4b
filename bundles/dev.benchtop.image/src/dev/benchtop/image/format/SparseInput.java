package dev.benchtop.image.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.OptionalLong;

import org.eclipse.osgi.util.NLS;

/** Unpacks an Android sparse image. */
final class SparseInput extends Unpacker implements Holes, Outline {

	private static final int PIECE = 64 << 10;

	private final SparseHeader header;
	private final SparseSum sum = new SparseSum();
	/** What fills a chunk, many times over. */
	private final byte[] pattern = new byte[PIECE];
	private long chunks;
	private long blocks;
	private int kind;
	/** What is left of the chunk, in bytes of the content. */
	private long left;
	private boolean ended;

	SparseInput(InputStream packed) throws IOException {
		super(packed, SparseFormat.LABEL);
		final byte[] head = new byte[SparseHeader.LENGTH];
		in.need(head, 0, head.length);
		header = SparseHeader.of(ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN));
		in.needSkip(header.length() - SparseHeader.LENGTH);
	}

	@Override
	public OptionalLong length() {
		return OptionalLong.of(header.bytes());
	}

	@Override
	public long hole() throws IOException {
		advance();
		return kind == SparseHeader.DONT_CARE ? left : 0;
	}

	@Override
	public void skipHole() throws IOException {
		if (hole() > 0) {
			sum.hole(left);
			left = 0;
		}
	}

	@Override
	int unpack(byte[] to, int at, int length) throws IOException {
		advance();
		if (left == 0) {
			return -1;
		}
		final int count = (int) Math.min(left, length);
		final int read;
		switch (kind) {
			case SparseHeader.RAW -> {
				read = in.read(to, at, count);
				if (read < 0) {
					throw Broken.truncated(label, in.offset());
				}
				sum.data(to, at, read);
			}
			case SparseHeader.FILL -> {
				read = Math.min(count, PIECE);
				fill(to, at, read);
				sum.data(to, at, read);
			}
			default -> {
				read = Math.min(count, PIECE);
				Arrays.fill(to, at, at + read, (byte) 0);
				sum.hole(read);
			}
		}
		left -= read;
		return read;
	}

	/** A chunk of this kind begins at a multiple of four bytes, but a piece of it need not. */
	private void fill(byte[] to, int at, int count) {
		final int phase = (int) (-left & 3);
		final int first = Math.min(count, PIECE - phase);
		System.arraycopy(pattern, phase, to, at, first);
		System.arraycopy(pattern, 0, to, at + first, count - first);
	}

	/** Reads heads until there is content, or the end. */
	private void advance() throws IOException {
		while (left == 0 && !ended) {
			if (chunks == header.chunks()) {
				end();
			} else {
				begin();
			}
		}
	}

	private void begin() throws IOException {
		final long at = in.offset();
		kind = (int) in.needNumber(2);
		in.needSkip(2);
		final long count = in.needNumber(4);
		header.check(kind, count, in.needNumber(4), at, blocks);
		in.needSkip(header.chunkHead() - SparseHeader.CHUNK_LENGTH);
		if (kind == SparseHeader.CRC32) {
			requireSum((int) in.needNumber(4));
		} else if (kind == SparseHeader.FILL) {
			in.need(pattern, 0, 4);
			for (int i = 4; i < PIECE; i++) {
				pattern[i] = pattern[i - 4];
			}
		}
		chunks++;
		blocks += count;
		left = count * header.block();
	}

	private void requireSum(int stated) throws IOException {
		if (!sum.matches(stated)) {
			throw Broken.checksum(label, in.offset());
		}
	}

	private void end() throws IOException {
		if (blocks != header.blocks()) {
			throw Broken.corrupt(label, in.offset(), NLS.bind(Messages.Sparse_blocks, blocks, header.blocks()));
		}
		if (header.crc() != 0) {
			requireSum(header.crc());
		}
		if (in.more()) {
			throw Broken.garbage(label, in.offset());
		}
		ended = true;
	}
}
