package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** Gathers what a client sends and writes it in large pieces; undoes netascii (RFC 764) on the way. */
final class Intake {

	private final WritableByteChannel channel;
	private final ByteBuffer buffer;
	private final boolean netascii;
	private boolean carriageReturn;

	Intake(WritableByteChannel channel, ByteBuffer buffer, boolean netascii) {
		this.channel = channel;
		this.buffer = buffer;
		this.netascii = netascii;
	}

	/** Whether a block of this size still fits; otherwise {@link #write} comes first. */
	boolean fits(int bytes) {
		return buffer.remaining() > bytes;
	}

	/** Takes the bytes of a block. */
	void take(ByteBuffer block) {
		if (!netascii) {
			buffer.put(block);
			return;
		}
		while (block.hasRemaining()) {
			final byte next = block.get();
			if (carriageReturn && next != '\n') {
				buffer.put((byte) '\r');
			}
			if (next != '\r' && !(carriageReturn && next == 0)) {
				buffer.put(next);
			}
			carriageReturn = next == '\r';
		}
	}

	/** Writes what was gathered; may take long. */
	void write() throws IOException {
		buffer.flip();
		while (buffer.hasRemaining()) {
			channel.write(buffer);
		}
		buffer.clear();
	}

	/** Writes the rest. */
	void finish() throws IOException {
		if (carriageReturn) {
			buffer.put((byte) '\r');
		}
		write();
	}

	ByteBuffer buffer() {
		return buffer;
	}
}
