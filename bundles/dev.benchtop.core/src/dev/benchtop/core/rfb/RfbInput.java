package dev.benchtop.core.rfb;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.Charset;

import org.eclipse.osgi.util.NLS;

/** Reads the numbers, bytes and pixels of the protocol from a channel. */
final class RfbInput {

	private static final int SIZE = 256 << 10;

	private final ReadableByteChannel channel;
	private final ByteBuffer buffer = ByteBuffer.allocateDirect(SIZE).flip();

	RfbInput(ReadableByteChannel channel) {
		this.channel = channel;
	}

	int u8() throws IOException {
		need(1);
		return Byte.toUnsignedInt(buffer.get());
	}

	int u16() throws IOException {
		need(2);
		return Short.toUnsignedInt(buffer.getShort());
	}

	int s32() throws IOException {
		need(4);
		return buffer.getInt();
	}

	long u32() throws IOException {
		return Integer.toUnsignedLong(s32());
	}

	void skip(long count) throws IOException {
		for (long left = count; left > 0;) {
			need(1);
			final int step = (int) Math.min(left, buffer.remaining());
			buffer.position(buffer.position() + step);
			left -= step;
		}
	}

	void read(byte[] target, int offset, int count) throws IOException {
		for (int done = 0; done < count;) {
			need(1);
			final int step = Math.min(count - done, buffer.remaining());
			buffer.get(target, offset + done, step);
			done += step;
		}
	}

	byte[] bytes(int count) throws IOException {
		final var bytes = new byte[count];
		read(bytes, 0, count);
		return bytes;
	}

	/** A text of the length that was said; one of more than {@code most} bytes is refused. */
	String text(long length, int most, Charset charset) throws IOException {
		if (length > most) {
			throw new RfbException(NLS.bind(Messages.RfbInput_text, Long.toString(length), Integer.toString(most)));
		}
		return new String(bytes((int) length), charset);
	}

	/** Pixels of 32 bits, the least significant byte first. */
	void pixels(int[] target, int offset, int count) throws IOException {
		for (int done = 0; done < count;) {
			need(Integer.BYTES);
			final int step = Math.min(count - done, buffer.remaining() / Integer.BYTES);
			buffer.slice().order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(target, offset + done, step);
			buffer.position(buffer.position() + step * Integer.BYTES);
			done += step;
		}
	}

	private void need(int count) throws IOException {
		if (buffer.remaining() >= count) {
			return;
		}
		buffer.compact();
		try {
			while (buffer.position() < count) {
				if (channel.read(buffer) < 0) {
					throw new EOFException(Messages.RfbInput_end);
				}
			}
		} finally {
			buffer.flip();
		}
	}
}
