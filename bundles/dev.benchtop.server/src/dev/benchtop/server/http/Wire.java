package dev.benchtop.server.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** The bytes of one connection. Whoever uses it says how long it may take; who takes longer is cut off by {@link #cutIfLate}. */
final class Wire implements AutoCloseable {

	private static final int BUFFER = 16 << 10;
	private static final int LAST_LOOK = 1 << 20;
	private static final Duration LAST_WAIT = Duration.ofSeconds(2);

	private final SocketChannel channel;
	private final InetSocketAddress client;
	private final ByteBuffer in = ByteBuffer.allocate(BUFFER).flip();
	private volatile long deadline;

	Wire(SocketChannel channel) throws IOException {
		this.channel = channel;
		this.client = (InetSocketAddress) channel.getRemoteAddress();
		channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
		allow(Duration.ofSeconds(1));
	}

	InetSocketAddress client() {
		return client;
	}

	/** Whether neither side has closed it. */
	boolean isOpen() {
		return channel.isOpen();
	}

	/** What happens next may take so long. */
	void allow(Duration time) {
		deadline = System.nanoTime() + time.toNanos();
	}

	/** Closes the connection where the time that was allowed is over; from any thread. */
	void cutIfLate() {
		if (System.nanoTime() - deadline > 0) {
			close();
		}
	}

	/** The next byte; -1 at the end. */
	int read() throws IOException {
		return fill() ? in.get() & 0xff : -1;
	}

	/** So many bytes at most; -1 at the end. */
	int read(byte[] bytes, int offset, int length) throws IOException {
		if (!fill()) {
			return -1;
		}
		final int count = Math.min(length, in.remaining());
		in.get(bytes, offset, count);
		return count;
	}

	private boolean fill() throws IOException {
		if (in.hasRemaining()) {
			return true;
		}
		in.clear();
		final int count = channel.read(in);
		in.flip();
		return count > 0;
	}

	void write(String text) throws IOException {
		write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
	}

	void write(ByteBuffer bytes) throws IOException {
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
	}

	/** Sends bytes of a file with no copy of them in this process, so many at most; returns how many. */
	long send(FileChannel file, long position, long count) throws IOException {
		final long sent = file.transferTo(position, count, channel);
		if (sent <= 0) {
			throw new EOFException();
		}
		return sent;
	}

	/** Ends the connection so that the client sees the answer, although it may still be sending. */
	void end() {
		try {
			channel.shutdownOutput();
			allow(LAST_WAIT);
			long rest = LAST_LOOK;
			in.clear();
			for (int count = 0; rest > 0 && count >= 0; rest -= count) {
				count = channel.read(in.clear());
			}
		} catch (IOException _) {
			close(); // the client has gone first
		}
		close();
	}

	@Override
	public void close() {
		try {
			channel.close();
		} catch (IOException e) {
			System.getLogger(Wire.class.getName()).log(System.Logger.Level.DEBUG, e.getMessage(), e);
		}
	}
}
