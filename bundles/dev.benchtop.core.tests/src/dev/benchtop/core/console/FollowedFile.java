package dev.benchtop.core.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A device that writes the log itself, as QEMU does: its input is that file from its start, followed until the device ends. */
final class FollowedFile implements LineTransport {

	private final Path file;
	private final TypedBytes typed = new TypedBytes();
	private volatile boolean on = true;

	FollowedFile(Path file) {
		this.file = file;
	}

	/** Waits until so many bytes were typed. */
	void awaitTyped(int count) throws InterruptedException {
		typed.await(count);
	}

	void on(boolean now) {
		on = now;
	}

	@Override
	public boolean replaysHistory() {
		return true;
	}

	@Override
	public Connection open() throws IOException {
		if (!on) {
			throw new LineOffException("The board is off");
		}
		final var channel = FileChannel.open(file, StandardOpenOption.READ);
		return new Connection() {
			@Override
			public InputStream input() {
				return new Following(channel);
			}

			@Override
			public OutputStream output() {
				return typed;
			}

			@Override
			public void close() throws IOException {
				channel.close();
			}
		};
	}

	@Override
	public String detail() {
		return "virtual";
	}

	private static final class TypedBytes extends OutputStream {
		private int count;

		@Override
		public synchronized void write(int b) {
			count++;
			notifyAll();
		}

		synchronized void await(int expected) throws InterruptedException {
			while (count < expected) {
				wait();
			}
		}
	}

	private final class Following extends InputStream {
		private final FileChannel channel;

		Following(FileChannel channel) {
			this.channel = channel;
		}

		@Override
		public int read() throws IOException {
			final var one = new byte[1];
			return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			while (true) {
				final boolean wasOn = on;
				final int got = channel.read(ByteBuffer.wrap(into, offset, length));
				if (got >= 0 || !wasOn) {
					return got;
				}
				try {
					Thread.sleep(2);
				} catch (InterruptedException e) {
					throw new IOException(e);
				}
			}
		}
	}
}
