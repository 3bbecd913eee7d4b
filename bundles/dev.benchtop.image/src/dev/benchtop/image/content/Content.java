package dev.benchtop.image.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalLong;

/** The unpacked content of an image as far as it can be reached. */
public interface Content {

	/** Up to {@code length} bytes from {@code position} on, little-endian; fewer where the content ends or is out of reach. */
	ByteBuffer read(long position, int length) throws IOException;

	/** How long it is, where that is known. */
	OptionalLong length();

	/** The head of a content, in memory. */
	static Content of(byte[] head, OptionalLong length) {
		return new Content() {
			@Override
			public ByteBuffer read(long position, int wanted) {
				final int from = (int) Math.min(position, head.length);
				return ByteBuffer.wrap(head, from, Math.min(wanted, head.length - from)).slice().order(ByteOrder.LITTLE_ENDIAN);
			}

			@Override
			public OptionalLong length() {
				return length;
			}
		};
	}
}
