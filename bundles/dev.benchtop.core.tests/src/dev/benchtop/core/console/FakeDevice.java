package dev.benchtop.core.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

import dev.benchtop.testing.QueueInput;

/** A device that says what a test tells it to, and keeps what was typed. */
public final class FakeDevice implements LineTransport {

	private final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
	private volatile BlockingQueue<byte[]> said = new LinkedBlockingQueue<>();
	private volatile Consumer<String> answers = text -> { };
	private volatile IOException refusal;
	private volatile boolean outputRefused;
	private volatile boolean slow;
	private volatile int outputs;
	private volatile int closedOutputs;

	/** Says bytes, each call a chunk of its own. */
	public void say(String text) {
		said.add(text.getBytes(StandardCharsets.ISO_8859_1));
	}

	public void say(byte[] bytes) {
		said.add(bytes);
	}

	/** Calls back with what is typed, in the thread that types. */
	public FakeDevice answering(Consumer<String> answer) {
		answers = answer;
		return this;
	}

	/** The connection ends, and no other can be had for this reason; null where it can. */
	public void unplug(IOException reason) {
		refusal = reason;
		said.add(QueueInput.END);
	}

	public void plug() {
		refusal = null;
	}

	/** Is opened slowly from now on, where it is not off. */
	public void slow() {
		slow = true;
	}

	public void refuseOutput(boolean refuse) {
		outputRefused = refuse;
	}

	/** How often the way to the device was opened and given back. */
	public int outputs() {
		return outputs;
	}

	public int closedOutputs() {
		return closedOutputs;
	}

	/** The next piece that was typed; null after a minute. */
	public String typed() throws InterruptedException {
		return typed.poll(1, TimeUnit.MINUTES);
	}

	@Override
	public boolean opensSlowly() {
		return slow && !(refusal instanceof LineOffException);
	}

	@Override
	public Connection open() throws IOException {
		if (refusal != null) {
			throw refusal;
		}
		said = new LinkedBlockingQueue<>(said.stream().filter(bytes -> bytes.length > 0).toList());
		final var queue = said;
		return new Connection() {
			@Override
			public InputStream input() {
				return new QueueInput(queue);
			}

			@Override
			public OutputStream output() throws IOException {
				if (outputRefused) {
					throw new IOException("somebody else has the socket");
				}
				outputs++;
				return new Typing();
			}

			@Override
			public void close() {
				queue.add(QueueInput.END);
			}
		};
	}

	@Override
	public String detail() {
		return "fake0 115200 8N1";
	}

	private final class Typing extends OutputStream {
		@Override
		public void write(int b) {
			write(new byte[] { (byte) b }, 0, 1);
		}

		@Override
		public void write(byte[] bytes, int offset, int length) {
			final var text = new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
			typed.add(text);
			answers.accept(text);
		}

		@Override
		public void close() {
			closedOutputs++;
		}
	}
}
