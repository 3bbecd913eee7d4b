package dev.benchtop.image.format;

import java.io.IOException;
import java.util.Optional;

import dev.benchtop.image.format.SeekableFormat.Size;

/** Walks the frames and blocks of an LZ4 file without unpacking them, to add up the sizes that the frames tell. */
final class Lz4Frames {

	private static final int LONGEST_HEADER = 19;
	/** A file of more blocks than this is not walked any further. */
	private static final int MOST_BLOCKS = 1 << 18;

	private final Bytes file;
	private long position;
	private int blocks;

	Lz4Frames(Bytes file) {
		this.file = file;
	}

	/** The sum of all frames; empty where one does not tell, or the file is broken or very long. */
	Optional<Size> contentSize() throws IOException {
		long sum = 0;
		while (position < file.size()) {
			final long size = frame();
			if (size < 0 || position > file.size()) {
				return Optional.empty();
			}
			sum += size;
		}
		return Optional.of(new Size(sum, true));
	}

	private long frame() throws IOException {
		final var head = Fields.read(file, position, LONGEST_HEADER);
		if (head.remaining() < 8) {
			return -1;
		}
		final int magic = head.getInt();
		if ((magic & ~0xf) == Lz4Header.SKIPPABLE) {
			position += 8 + Integer.toUnsignedLong(head.getInt());
			return 0;
		}
		final Lz4Header header = magic == Lz4Header.MAGIC ? Lz4Header.of(head.get(4) & 0xff, head.get(5) & 0xff) : null;
		if (header == null || !header.contentSize() || head.limit() < 4 + header.length()) {
			return -1;
		}
		position += 4 + header.length() + 1;
		return skipBlocks(header) ? head.getLong(6) : -1;
	}

	private boolean skipBlocks(Lz4Header header) throws IOException {
		for (; blocks < MOST_BLOCKS; blocks++) {
			final var size = Fields.read(file, position, 4);
			if (size.remaining() < 4) {
				return false;
			}
			final int length = size.getInt() & ~Lz4Header.STORED;
			position += 4;
			if (length == 0) {
				position += header.contentChecksum() ? 4 : 0;
				return true;
			}
			position += length + (header.blockChecksums() ? 4 : 0);
		}
		return false;
	}
}
