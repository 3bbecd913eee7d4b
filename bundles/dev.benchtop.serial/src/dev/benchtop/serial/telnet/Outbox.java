package dev.benchtop.serial.telnet;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.ClosedChannelException;

import dev.benchtop.core.BlockOutput;

/**
 * Sends on a thread of its own, so that who answers the server while reading is never held up by a server that reads nothing until it
 * has got rid of what it says itself.
 */
final class Outbox extends BlockOutput {

	private final OutputStream to;
	private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
	private boolean sending;
	private boolean closed;
	private IOException failure;

	private Outbox(OutputStream to) {
		this.to = to;
	}

	/** Begins to send to {@code to}. */
	static Outbox start(OutputStream to, String name) {
		final var outbox = new Outbox(to);
		Thread.ofVirtual().name("sender to " + name).start(outbox::run); //$NON-NLS-1$
		return outbox;
	}

	private void run() {
		try {
			for (byte[] bytes = next(); bytes != null; bytes = next()) {
				to.write(bytes);
				to.flush();
			}
		} catch (IOException e) {
			fail(e);
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
		}
	}

	private synchronized byte[] next() throws InterruptedException {
		sending = false;
		notifyAll();
		while (waiting.size() == 0 && !closed) {
			wait();
		}
		if (closed) {
			return null;
		}
		final byte[] bytes = waiting.toByteArray();
		waiting.reset();
		sending = true;
		return bytes;
	}

	private synchronized void fail(IOException why) {
		failure = why;
		closed = true;
		notifyAll();
	}

	@Override
	public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
		check();
		waiting.write(bytes, offset, length);
		notifyAll();
	}

	private void check() throws IOException {
		if (failure != null) {
			throw failure;
		}
		if (closed) {
			throw new ClosedChannelException();
		}
	}

	/** Waits until all is sent. */
	synchronized void drain() throws IOException {
		try {
			while (!closed && (sending || waiting.size() > 0)) {
				wait();
			}
		} catch (InterruptedException e) {
			Thread.currentThread().interrupt();
			throw new IOException(e);
		}
		check();
	}

	@Override
	public synchronized void close() {
		closed = true;
		notifyAll();
	}
}
