package dev.benchtop.image.format;

import java.nio.ByteBuffer;

/** The frames of a Zstandard file (RFC 8878, section 3.1). */
final class ZstdFrames extends Frames {

	private static final int MAGIC = 0xfd2fb528;
	private static final int LONGEST_HEADER = 18;
	private static final int RUN_OF_ONE_BYTE = 1;

	ZstdFrames(Bytes file) {
		super(file, LONGEST_HEADER);
	}

	@Override
	Head head(ByteBuffer head) {
		if (head.getInt(0) != MAGIC) {
			return null;
		}
		final int descriptor = head.get(4);
		final boolean single = (descriptor & 0x20) != 0;
		final int dictionary = (1 << (descriptor & 3)) >> 1;
		final int sizeForm = descriptor >> 6 & 3;
		final int sizeBytes = sizeForm == 0 ? single ? 1 : 0 : 1 << sizeForm;
		final int sizeAt = 5 + (single ? 0 : 1) + dictionary;
		if (sizeBytes == 0 || head.limit() < sizeAt + sizeBytes) {
			return null;
		}
		final long size = switch (sizeBytes) {
			case 1 -> head.get(sizeAt) & 0xff;
			case 2 -> (head.getShort(sizeAt) & 0xffff) + 256;
			case 4 -> Integer.toUnsignedLong(head.getInt(sizeAt));
			default -> head.getLong(sizeAt);
		};
		return size < 0 ? null : new Head(sizeAt + sizeBytes, size, (descriptor & 4) != 0 ? 4 : 0);
	}

	@Override
	long block(ByteBuffer head) {
		final int word = head.getShort() & 0xffff | (head.get() & 0xff) << 16;
		final int length = 3 + ((word >> 1 & 3) == RUN_OF_ONE_BYTE ? 1 : word >> 3);
		return (word & 1) != 0 ? -length : length;
	}
}
