package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** The bytes of a file, read at any place by several threads. */
public interface Bytes {

	/** Reads what is at {@code position}; returns the bytes read, -1 at the end. */
	int read(ByteBuffer to, long position) throws IOException;

	long size() throws IOException;

	/** Those of a channel, which stays open; its readers wait for each other where it has but one position. */
	static Bytes of(SeekableByteChannel channel) {
		return new Bytes() {
			@Override
			public int read(ByteBuffer to, long position) throws IOException {
				if (channel instanceof FileChannel file) {
					return file.read(to, position);
				}
				synchronized (channel) {
					return channel.position(position).read(to);
				}
			}

			@Override
			public long size() throws IOException {
				return channel.size();
			}
		};
	}
}
