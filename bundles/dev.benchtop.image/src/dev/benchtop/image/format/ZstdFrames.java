package dev.benchtop.image.format;

import java.io.IOException;
import java.util.Optional;

import dev.benchtop.image.format.SeekableFormat.Size;

/** Walks the frames and blocks of a Zstandard file without unpacking them, to add up the sizes that the frames tell. */
final class ZstdFrames {

	private static final int MAGIC = 0xfd2fb528;
	private static final int SKIPPABLE = 0x184d2a50;
	private static final int LONGEST_HEADER = 18;
	private static final int RUN_OF_ONE_BYTE = 1;
	/** A file of more blocks than this is not walked any further. */
	private static final int MOST_BLOCKS = 1 << 18;

	private final Bytes file;
	private long position;
	private int blocks;

	ZstdFrames(Bytes file) {
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
		if ((magic & ~0xf) == SKIPPABLE) {
			position += 8 + Integer.toUnsignedLong(head.getInt());
			return 0;
		}
		if (magic != MAGIC) {
			return -1;
		}
		final int descriptor = head.get();
		final boolean single = (descriptor & 0x20) != 0;
		final int dictionary = (1 << (descriptor & 3)) >> 1;
		final int sizeForm = descriptor >> 6 & 3;
		final int sizeBytes = sizeForm == 0 ? single ? 1 : 0 : 1 << sizeForm;
		final int sizeAt = 5 + (single ? 0 : 1) + dictionary;
		if (sizeBytes == 0 || head.limit() < sizeAt + sizeBytes) {
			return -1;
		}
		final long size = switch (sizeBytes) {
			case 1 -> head.get(sizeAt) & 0xff;
			case 2 -> (head.getShort(sizeAt) & 0xffff) + 256;
			case 4 -> Integer.toUnsignedLong(head.getInt(sizeAt));
			default -> head.getLong(sizeAt);
		};
		position += sizeAt + sizeBytes;
		if (!skipBlocks()) {
			return -1;
		}
		position += (descriptor & 4) != 0 ? 4 : 0;
		return size;
	}

	private boolean skipBlocks() throws IOException {
		for (; blocks < MOST_BLOCKS; blocks++) {
			final var head = Fields.read(file, position, 3);
			if (head.remaining() < 3) {
				return false;
			}
			final int word = head.getShort() & 0xffff | (head.get() & 0xff) << 16;
			final int kind = word >> 1 & 3;
			position += 3 + (kind == RUN_OF_ONE_BYTE ? 1 : word >> 3);
			if ((word & 1) != 0) {
				return true;
			}
		}
		return false;
	}
}
