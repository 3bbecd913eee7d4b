package dev.benchtop.server.tftp.client;

import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.AsynchronousCloseException;
import java.nio.channels.DatagramChannel;

/** The packets of one transfer; repeats the last answer when nothing comes, and gives up. */
final class Exchange implements Closeable {

	private final InetSocketAddress server;
	private final DatagramChannel channel = TftpClient.open();
	private final ByteBuffer inbox = ByteBuffer.allocateDirect(66_000);
	private final int timeoutMillis;
	private final int giveUpMillis;
	private final Thread watch = Thread.ofPlatform().daemon().unstarted(this::watch);
	private volatile ByteBuffer last;
	private volatile long progress = System.nanoTime();
	private volatile boolean closed;
	private volatile boolean connected;
	private long repeats;
	private volatile IOException trouble;

	Exchange(InetSocketAddress server, int timeoutMillis, int giveUpMillis) throws IOException {
		this.server = server;
		this.timeoutMillis = timeoutMillis;
		this.giveUpMillis = giveUpMillis;
		channel.bind(null);
		watch.start();
	}

	/** Sends what is repeated when nothing comes. */
	void say(ByteBuffer packet) throws IOException {
		last = packet;
		send(packet.duplicate());
	}

	/** What is repeated when nothing comes. */
	void repeat(ByteBuffer packet) {
		last = packet.asReadOnlyBuffer();
	}

	/** Sends something once. */
	void send(ByteBuffer packet) throws IOException {
		if (connected) {
			channel.write(packet);
		} else {
			channel.send(packet, server);
		}
	}

	/** The next packet; the first one says at which port the server serves. */
	ByteBuffer next() throws IOException {
		try {
			inbox.clear();
			if (connected) {
				channel.read(inbox);
			} else {
				final var from = channel.receive(inbox);
				channel.connect(from);
				connected = true;
			}
			inbox.flip();
			if (inbox.limit() >= 4 && inbox.getShort(0) == 5) {
				throw TftpClient.refused(inbox);
			}
			return inbox;
		} catch (final AsynchronousCloseException e) {
			throw trouble == null ? e : trouble;
		}
	}

	/** Something came that was waited for. */
	void progress() {
		progress = System.nanoTime();
	}

	long repeats() {
		return repeats;
	}

	private void watch() {
		long repeated = System.nanoTime();
		try {
			while (!closed) {
				Thread.sleep(Math.min(timeoutMillis, 50));
				final long now = System.nanoTime();
				final long silence = (now - progress) / 1_000_000;
				if (silence > giveUpMillis) {
					trouble = new SocketTimeoutException("nothing came for " + silence + " ms");
					channel.close();
					return;
				}
				final var packet = last;
				if (packet != null && silence > timeoutMillis && now - repeated > timeoutMillis * 1_000_000L) {
					repeated = now;
					repeats++;
					send(packet.duplicate());
				}
			}
		} catch (final InterruptedException | IOException e) {
			closed = true;
		}
	}

	@Override
	public void close() throws IOException {
		closed = true;
		channel.close();
	}
}
