package dev.benchtop.storage.fs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

import dev.benchtop.core.capability.Abandonable;

/** An upload as a stream. */
final class UploadStream extends OutputStream implements Abandonable {

	private final UploadChannel channel;

	UploadStream(UploadChannel channel) {
		this.channel = channel;
	}

	@Override
	public void write(int value) throws IOException {
		write(new byte[] {(byte) value}, 0, 1);
	}

	@Override
	public void write(byte[] bytes, int offset, int length) throws IOException {
		channel.write(ByteBuffer.wrap(bytes, offset, length));
	}

	@Override
	public void abandon() throws IOException {
		channel.abandon();
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
