package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;

import dev.benchtop.image.format.SeekableFormat.Size;

/** Walks the frames and blocks of a Zstandard or LZ4 file without unpacking them, to add up the sizes that the frames tell. */
abstract class Frames {

	private static final int SKIPPABLE = 0x184d2a50;
	/** A file of more blocks than this is not walked any further. */
	private static final int MOST_BLOCKS = 1 << 18;

	private final Bytes file;
	private final int longestHeader;
	private long position;

	Frames(Bytes file, int longestHeader) {
		this.file = file;
		this.longestHeader = longestHeader;
	}

	/** What the head of a frame tells: its own length, that of the content, and of the sum at the end of the frame. */
	record Head(int length, long contentSize, int sumLength) {
	}

	/** Reads the head of a frame from its magic number on; null where it does not tell the size of its content. */
	abstract Head head(ByteBuffer head);

	/** How long a block is, its own head and sum and all, negative for the last one; what begins at {@code head} may be short. */
	abstract long block(ByteBuffer head);

	/** The sum of all frames; empty where one does not tell, or the file is broken or very long. */
	final Optional<Size> contentSize() throws IOException {
		long sum = 0;
		int blocks = 0;
		while (position < file.size()) {
			final var data = Fields.read(file, position, longestHeader);
			if (data.remaining() < 8) {
				return Optional.empty();
			}
			if ((data.getInt(0) & ~0xf) == SKIPPABLE) {
				position += 8 + Integer.toUnsignedLong(data.getInt(4));
				continue;
			}
			final Head head = head(data);
			if (head == null) {
				return Optional.empty();
			}
			position += head.length;
			for (long length = 0; length >= 0; blocks++) {
				final var start = Fields.read(file, position, 4);
				if (start.remaining() < 3 || blocks == MOST_BLOCKS) {
					return Optional.empty();
				}
				length = block(start);
				position += Math.abs(length);
			}
			position += head.sumLength;
			sum += head.contentSize;
		}
		return position > file.size() ? Optional.empty() : Optional.of(new Size(sum, true));
	}
}
