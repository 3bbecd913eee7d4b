package dev.benchtop.image.format;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;

/** The bytes of a file, read at any place by several threads. */
public interface Bytes {

	/** Reads what is at {@code position}; returns the bytes read, -1 at the end. */
	int read(ByteBuffer to, long position) throws IOException;

	long size() throws IOException;

	/** The file that they are of, where it lies on this machine. */
	default Optional<Path> file() {
		return Optional.empty();
	}

	/** Those of a file that is open, which stays open. */
	static Bytes of(FileChannel channel, Path file) {
		return new Bytes() {
			@Override
			public int read(ByteBuffer to, long position) throws IOException {
				return channel.read(to, position);
			}

			@Override
			public long size() throws IOException {
				return channel.size();
			}

			@Override
			public Optional<Path> file() {
				return Optional.of(file);
			}
		};
	}

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
