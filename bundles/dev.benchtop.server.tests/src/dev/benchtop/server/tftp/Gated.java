package dev.benchtop.server.tftp;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;

import dev.benchtop.testing.BareFileSystem;

/** A file of a storage of which each read waits until it is let through. */
final class Gated {

	final Semaphore gate = new Semaphore(0);
	final Semaphore waiting = new Semaphore(0);
	volatile boolean broken;
	volatile boolean closed;
	private final byte[] content;

	Gated(byte[] content) {
		this.content = content;
	}

	/** A path whose file system can do nothing but open it. */
	Path path() {
		final var system = new BareFileSystem(new OneFileProvider(Channel::new));
		return (Path) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] { Path.class },
				(self, method, arguments) -> switch (method.getName()) {
				case "getFileSystem" -> system;
				case "toString" -> "gated";
				default -> throw new UnsupportedOperationException(method.getName());
				});
	}

	private final class Channel implements SeekableByteChannel {

		private int position;

		@Override
		public int read(ByteBuffer target) throws IOException {
			waiting.release();
			gate.acquireUninterruptibly();
			if (broken) {
				throw new IOException("the storage at /secret/place is gone");
			}
			final int count = Math.min(target.remaining(), content.length - position);
			target.put(content, position, count);
			position += count;
			return count == 0 ? -1 : count;
		}

		@Override
		public int write(ByteBuffer source) {
			throw new UnsupportedOperationException();
		}

		@Override
		public long position() {
			return position;
		}

		@Override
		public SeekableByteChannel position(long place) {
			position = (int) place;
			return this;
		}

		@Override
		public long size() {
			return content.length;
		}

		@Override
		public SeekableByteChannel truncate(long size) {
			throw new UnsupportedOperationException();
		}

		@Override
		public boolean isOpen() {
			return !closed;
		}

		@Override
		public void close() {
			closed = true;
			gate.release(1000);
		}
	}
}
