package dev.benchtop.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import dev.benchtop.core.capability.LocalPath;
import dev.benchtop.server.files.LiveTransfer;

/** Sends bytes of one file: straight from the disk where it lies on one, else through one buffer. */
final class FileSender implements AutoCloseable {

	private static final Duration PAUSE = Duration.ofSeconds(60);
	private static final int STEP = 256 << 10;
	private static final int BUFFER = 128 << 10;

	private final Wire wire;
	private final SeekableByteChannel file;
	private final LiveTransfer transfer;
	private ByteBuffer buffer;

	FileSender(Wire wire, Path path, LiveTransfer transfer) throws IOException {
		this.wire = wire;
		this.file = Files.newByteChannel(LocalPath.of(path).orElse(path));
		this.transfer = transfer;
	}

	/**
	 * Sends a part.
	 *
	 * @throws EOFException where the file has become shorter
	 */
	void send(Ranges.Part part) throws IOException {
		if (file instanceof FileChannel local) {
			long position = part.first();
			while (position <= part.last()) {
				wire.allow(PAUSE);
				final long sent = wire.send(local, position, Math.min(STEP, part.last() + 1 - position));
				position += sent;
				transfer.advance(sent);
			}
			return;
		}
		seek(part.first());
		copy(part.length());
	}

	private void seek(long position) throws IOException {
		if (file.position() != position) {
			file.position(position);
		}
	}

	private void copy(long length) throws IOException {
		if (buffer == null) {
			buffer = ByteBuffer.allocateDirect(BUFFER);
		}
		for (long left = length; left > 0;) {
			buffer.clear().limit((int) Math.min(buffer.capacity(), left));
			wire.allow(PAUSE);
			if (file.read(buffer) <= 0) {
				throw new EOFException();
			}
			left -= buffer.flip().remaining();
			transfer.advance(buffer.remaining());
			wire.allow(PAUSE);
			wire.write(buffer);
		}
	}

	@Override
	public void close() throws IOException {
		file.close();
	}
}
