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
import dev.benchtop.testing.QueueInput;

/** A line that greets, echoes in upper case, and goes off when it is told {@code poweroff}. */
public final class FakeLine implements LineTransport {

	private volatile boolean off;

	@Override
	public Connection open() throws IOException {
		if (off) {
			throw new LineOffException("the board is off");
		}
		final BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
		say("login: ", said);
		return new Connection() {
			@Override
			public InputStream input() {
				return new QueueInput(said);
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
							said.add(QueueInput.END);
						}
					}
				};
			}

			@Override
			public void close() {
				said.add(QueueInput.END);
			}
		};
	}

	private static void say(String text, BlockingQueue<byte[]> said) {
		said.add(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	@Override
	public String detail() {
		return "fake line";
	}
}
