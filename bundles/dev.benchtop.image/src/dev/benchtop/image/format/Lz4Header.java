package dev.benchtop.image.format;

import java.util.OptionalLong;

/**
 * The descriptor of an LZ4 frame.
 *
 * @param independent whether each block unpacks on its own
 * @param blockChecksums whether a checksum follows each block
 * @param contentChecksum whether one follows the frame
 * @param contentSize whether 8 bytes of it tell the unpacked size
 * @param dictionary whether 4 bytes of it name a dictionary
 * @param largestBlock the unpacked size of a block at most
 */
record Lz4Header(boolean independent, boolean blockChecksums, boolean contentChecksum, boolean contentSize, boolean dictionary, int largestBlock) {

	static final int MAGIC = 0x184d2204;
	static final int SKIPPABLE = 0x184d2a50;
	/** In the size of a block: it is stored as it is. */
	static final int STORED = 1 << 31;

	/** Reads the first two bytes of a descriptor; null where they are of no known version or form. */
	static Lz4Header of(int flags, int sizes) {
		final int largest = sizes >> 4 & 7;
		if (flags >> 6 != 1 || (flags & 2) != 0 || (sizes & 0x8f) != 0 || largest < 4) {
			return null;
		}
		return new Lz4Header((flags & 0x20) != 0, (flags & 0x10) != 0, (flags & 4) != 0, (flags & 8) != 0, (flags & 1) != 0, 1 << 8 + 2 * largest);
	}

	/** How long the descriptor is, without its own checksum. */
	int length() {
		return 2 + (contentSize ? 8 : 0) + (dictionary ? 4 : 0);
	}

	/** The unpacked size in a whole descriptor. */
	OptionalLong contentSize(byte[] descriptor) {
		if (!contentSize) {
			return OptionalLong.empty();
		}
		long size = 0;
		for (int i = 9; i >= 2; i--) {
			size = size << 8 | descriptor[i] & 0xff;
		}
		return OptionalLong.of(size);
	}
}
