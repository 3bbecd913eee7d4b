package dev.benchtop.core.rfb;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.util.ArrayDeque;
import java.util.Deque;

/** Sends messages in their order on a thread of its own, so that nobody waits for a server that does not read. */
final class Outbox implements AutoCloseable {

	/** Far more than anybody types; a server that has not read so many is not going to. */
	private static final int MOST = 4096;

	private record Message(ByteBuffer bytes, boolean replaceable) {
	}

	private final ByteChannel channel;
	private final Deque<Message> messages = new ArrayDeque<>();
	private boolean closed;

	Outbox(ByteChannel channel) {
		this.channel = channel;
	}

	void start(String name) {
		Thread.ofVirtual().name(name).start(this::run);
	}

	void send(ByteBuffer message) {
		add(new Message(message, false));
	}

	/** A message that is not worth sending once there is a newer one of its kind right behind it. */
	synchronized void sendNewest(ByteBuffer message) {
		if (!messages.isEmpty() && messages.getLast().replaceable()) {
			messages.removeLast();
		}
		add(new Message(message, true));
	}

	@Override
	public synchronized void close() {
		closed = true;
		notifyAll();
	}

	private synchronized void add(Message message) {
		if (!closed && messages.size() < MOST) {
			messages.add(message);
			notifyAll();
		}
	}

	private void run() {
		try {
			for (ByteBuffer next = take(); next != null; next = take()) {
				while (next.hasRemaining()) {
					channel.write(next);
				}
			}
		} catch (IOException | InterruptedException _) {
			close();
			closeChannel();
		}
	}

	/** Who reads from the channel tells why it broke. */
	private void closeChannel() {
		try {
			channel.close();
		} catch (IOException e) {
			System.getLogger(Outbox.class.getName()).log(System.Logger.Level.DEBUG, "closing", e); //$NON-NLS-1$
		}
	}

	private synchronized ByteBuffer take() throws InterruptedException {
		while (messages.isEmpty() && !closed) {
			wait();
		}
		return closed ? null : messages.removeFirst().bytes();
	}
}
