package dev.benchtop.serial.line;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import dev.benchtop.core.BlockInput;
import dev.benchtop.core.BlockOutput;
import dev.benchtop.core.console.LineTransport;

/** A line that says whatever is typed: {@code loop://}. */
public final class LoopTransport implements LineTransport {

	private final int charactersPerSecond;

	/** A loop, paced unless {@code charactersPerSecond} is 0. */
	public LoopTransport(int charactersPerSecond) {
		this.charactersPerSecond = charactersPerSecond;
	}

	@Override
	public Connection open() {
		return new Loop(charactersPerSecond);
	}

	@Override
	public String detail() {
		return "loop://"; //$NON-NLS-1$
	}

	private static final class Loop extends BlockInput implements Connection {

		private static final byte[] END = {};

		private final BlockingQueue<byte[]> typed = new LinkedBlockingQueue<>();
		private final OutputStream output;
		private byte[] current = END;
		private int at;
		private volatile boolean closed;

		Loop(int charactersPerSecond) {
			output = Pacer.of(new Typing(), charactersPerSecond);
		}

		@Override
		public InputStream input() {
			return this;
		}

		@Override
		public OutputStream output() {
			return new Unclosed(output);
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			try {
				if (at == current.length) {
					current = typed.take();
					at = 0;
				}
			} catch (InterruptedException e) {
				Thread.currentThread().interrupt();
				throw new IOException(e);
			}
			if (current == END) {
				return -1;
			}
			final int count = Math.min(length, current.length - at);
			System.arraycopy(current, at, into, offset, count);
			at += count;
			return count;
		}

		@Override
		public void close() throws IOException {
			closed = true;
			output.close();
			typed.add(END);
		}

		private final class Typing extends BlockOutput {

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				if (closed) {
					throw new ClosedChannelException();
				}
				if (length > 0) {
					typed.add(Arrays.copyOfRange(bytes, offset, offset + length));
				}
			}
		}
	}
}
