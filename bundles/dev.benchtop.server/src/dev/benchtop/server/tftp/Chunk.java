package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;

/**
 * Some blocks of a file that lie in memory side by side. While a block is sent, its header takes the place of the four bytes before it, so
 * that nothing is copied.
 */
final class Chunk {

	private final ByteBuffer buffer;
	private final int blockSize;
	private final int most;
	private long first = 1;
	private int count;
	private int filled;

	Chunk(ByteBuffer buffer, int blockSize) {
		this.buffer = buffer;
		this.blockSize = blockSize;
		this.most = (buffer.capacity() - Packet.HEADER) / blockSize;
	}

	boolean holds(long block) {
		return block >= first && block < first + count;
	}

	/** The block behind the last one in here. */
	long next() {
		return first + count;
	}

	/** Whether the last block of the file is in here. */
	boolean ends() {
		return count > 0 && last(next() - 1);
	}

	/** Reads blocks from this one on. */
	void load(Source source, long block) throws IOException {
		count = 0;
		buffer.limit(Packet.HEADER + most * blockSize).position(Packet.HEADER);
		source.read(buffer, (block - 1) * blockSize);
		filled = buffer.position() - Packet.HEADER;
		first = block;
		count = Math.min(most, filled / blockSize + 1);
	}

	/** Whether a block in here is the last one of the file: it is not full. */
	boolean last(long block) {
		return (block - first + 1) * blockSize > filled;
	}

	/** Sends a block; false where the socket takes nothing more now. */
	boolean send(DatagramChannel channel, InetSocketAddress client, long block, int number) throws IOException {
		final int header = (int) (block - first) * blockSize;
		final int hidden = buffer.clear().getInt(header);
		buffer.limit(Math.min(header + blockSize, filled) + Packet.HEADER).position(header);
		buffer.putInt(header, Packet.DATA << 16 | number);
		try {
			return channel.send(buffer, client) > 0;
		} finally {
			buffer.putInt(header, hidden);
		}
	}

	ByteBuffer buffer() {
		return buffer;
	}
}
