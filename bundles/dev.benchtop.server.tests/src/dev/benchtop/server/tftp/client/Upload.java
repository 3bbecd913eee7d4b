package dev.benchtop.server.tftp.client;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Sends a file; the blocks that were not acknowledged are kept and sent again. */
final class Upload {

	private static final int ACK = 4;
	private static final int OACK = 6;

	private final Exchange exchange;
	private final TftpClient.Content content;
	private final Deque<ByteBuffer> waiting = new ArrayDeque<>();
	private Map<String, String> options = Map.of();
	private int blockSize = 512;
	private int window = 1;
	private int acknowledged;
	private boolean ended;
	private long bytes;

	Upload(Exchange exchange, TftpClient.Content content) {
		this.exchange = exchange;
		this.content = content;
	}

	TftpClient.Result run(ByteBuffer request) throws IOException {
		exchange.say(request);
		boolean begun = false;
		while (!ended || !waiting.isEmpty()) {
			final var packet = exchange.next();
			final int operation = packet.getShort(0);
			if (operation == OACK && !begun) {
				options = TftpClient.options(packet.position(2));
				blockSize = Integer.parseInt(options.getOrDefault("blksize", "512"));
				window = Integer.parseInt(options.getOrDefault("windowsize", "1"));
				begun = true;
				fill();
			} else if (operation == ACK && !begun) {
				begun = true;
				fill();
			} else if (operation == ACK) {
				acknowledged(Short.toUnsignedInt(packet.getShort(2)));
			}
		}
		return new TftpClient.Result(bytes, options, exchange.repeats());
	}

	private void acknowledged(int number) throws IOException {
		final int count = number - acknowledged & 0xffff;
		if (count == 0 || count > waiting.size()) {
			return;
		}
		exchange.progress();
		acknowledged = number;
		for (int i = 0; i < count; i++) {
			waiting.poll();
		}
		for (final var block : waiting) {
			exchange.send(block.duplicate());
		}
		fill();
	}

	private void fill() throws IOException {
		while (!ended && waiting.size() < window) {
			final var block = ByteBuffer.allocate(blockSize + 4).putShort((short) 3)
					.putShort((short) (acknowledged + waiting.size() + 1));
			content.fill(block);
			ended = block.hasRemaining();
			bytes += block.flip().limit() - 4;
			waiting.add(block);
			exchange.send(block.duplicate());
		}
		if (!waiting.isEmpty()) {
			exchange.repeat(waiting.peekFirst());
		}
	}
}
