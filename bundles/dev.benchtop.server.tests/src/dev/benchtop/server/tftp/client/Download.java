package dev.benchtop.server.tftp.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;

/** Receives a file; on a gap it asks once for what is missing, as U-Boot does. */
final class Download {

	private static final int DATA = 3;
	private static final int OACK = 6;

	private final Exchange exchange;
	private final int rollover;
	private final TftpClient.Sink sink;
	private final ByteBuffer acknowledgement = ByteBuffer.allocateDirect(4).putShort(0, (short) 4);
	private Map<String, String> options = Map.of();
	private int blockSize = 512;
	private int window = 1;
	private int inWindow;
	private int block;
	private boolean gapTold;
	private long bytes;

	Download(Exchange exchange, int rollover, TftpClient.Sink sink) {
		this.exchange = exchange;
		this.rollover = rollover;
		this.sink = sink;
	}

	TftpClient.Result run(ByteBuffer request) throws IOException {
		exchange.say(request);
		boolean more = true;
		while (more) {
			final var packet = exchange.next();
			if (packet.limit() >= 4 && packet.getShort(0) == DATA) {
				more = data(packet);
			} else if (packet.limit() >= 2 && packet.getShort(0) == OACK && bytes == 0 && block == 0) {
				agree(TftpClient.options(packet.position(2)));
			}
		}
		return new TftpClient.Result(bytes, options, exchange.repeats());
	}

	private void agree(Map<String, String> answer) throws IOException {
		options = answer;
		blockSize = Integer.parseInt(answer.getOrDefault("blksize", "512"));
		window = Integer.parseInt(answer.getOrDefault("windowsize", "1"));
		exchange.progress();
		acknowledge();
	}

	private boolean data(ByteBuffer packet) throws IOException {
		final int expected = block == 0xffff ? rollover : block + 1;
		if (Short.toUnsignedInt(packet.getShort(2)) != expected) {
			if (!gapTold) {
				gapTold = true;
				acknowledge();
			}
			return true;
		}
		block = expected;
		gapTold = false;
		final int size = packet.limit() - 4;
		bytes += size;
		sink.take(packet.position(4));
		exchange.progress();
		if (++inWindow == window || size < blockSize) {
			acknowledge();
		}
		return size >= blockSize;
	}

	private void acknowledge() throws IOException {
		inWindow = 0;
		exchange.say(acknowledgement.putShort(2, (short) block));
	}
}
