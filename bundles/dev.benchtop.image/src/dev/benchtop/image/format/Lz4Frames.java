package dev.benchtop.image.format;

import java.nio.ByteBuffer;

/** The frames of an LZ4 file. */
final class Lz4Frames extends Frames {

	private static final int LONGEST_HEADER = 19;

	private Lz4Header header;

	Lz4Frames(Bytes file) {
		super(file, LONGEST_HEADER);
	}

	@Override
	Head head(ByteBuffer head) {
		header = head.getInt(0) == Lz4Header.MAGIC ? Lz4Header.of(head.get(4) & 0xff, head.get(5) & 0xff) : null;
		if (header == null || !header.contentSize() || head.limit() < 4 + header.length() || head.getLong(6) < 0) {
			return null;
		}
		return new Head(4 + header.length() + 1, head.getLong(6), header.contentChecksum() ? 4 : 0);
	}

	@Override
	long block(ByteBuffer head) {
		final int length = head.remaining() < 4 ? 0 : head.getInt() & ~Lz4Header.STORED;
		return length == 0 ? -4 : 4 + length + (header.blockChecksums() ? 4 : 0);
	}
}
