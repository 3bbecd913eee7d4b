package dev.benchtop.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import dev.benchtop.core.console.LineOffException;
import dev.benchtop.core.console.LineTransport;

/** A line that greets, echoes in upper case, and goes off when it is told {@code poweroff}. */
public final class FakeLine implements LineTransport {

	private static final int END = -1;

	private volatile boolean off;

	@Override
	public Connection open() throws IOException {
		if (off) {
			throw new LineOffException("the board is off");
		}
		final BlockingQueue<Integer> said = new LinkedBlockingQueue<>();
		say("login: ", said);
		return new Connection() {
			@Override
			public InputStream input() {
				return new Said(said);
			}

			@Override
			public OutputStream output() {
				return new OutputStream() {
					@Override
					public void write(int typed) {
						write(new byte[] {(byte) typed}, 0, 1);
					}

					@Override
					public void write(byte[] bytes, int offset, int length) {
						final var text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
						say(text.toUpperCase(Locale.ROOT), said);
						if (text.contains("poweroff")) {
							off = true;
							said.add(END);
						}
					}
				};
			}

			@Override
			public void close() {
				said.add(END);
			}
		};
	}

	private static void say(String text, BlockingQueue<Integer> said) {
		text.chars().forEach(said::add);
	}

	@Override
	public String detail() {
		return "fake line";
	}

	private static final class Said extends InputStream {

		private final BlockingQueue<Integer> said;

		Said(BlockingQueue<Integer> said) {
			this.said = said;
		}

		@Override
		public int read() throws IOException {
			try {
				return said.take();
			} catch (InterruptedException e) {
				throw new IOException(e);
			}
		}

		@Override
		public int read(byte[] into, int offset, int length) throws IOException {
			final int first = read();
			if (first == END) {
				return END;
			}
			into[offset] = (byte) first;
			return 1;
		}
	}
}
