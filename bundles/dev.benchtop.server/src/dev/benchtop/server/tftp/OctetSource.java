package dev.benchtop.server.tftp;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file as they are. */
record OctetSource(SeekableByteChannel channel) implements Source {

	@Override
	public void read(ByteBuffer target, long position) throws IOException {
		if (channel instanceof final FileChannel file) {
			long at = position;
			for (int count; target.hasRemaining() && (count = file.read(target, at)) > 0;) {
				at += count;
			}
			return;
		}
		if (channel.position() != position) {
			channel.position(position);
		}
		int count = 0;
		while (count >= 0 && target.hasRemaining()) {
			count = channel.read(target);
		}
	}

	@Override
	public void close() throws IOException {
		channel.close();
	}
}
