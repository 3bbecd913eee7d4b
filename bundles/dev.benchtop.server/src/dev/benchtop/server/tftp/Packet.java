package dev.benchtop.server.tftp;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The packets of RFC 1350 (section 5) and RFC 2347. */
final class Packet {

	static final int READ = 1;
	static final int WRITE = 2;
	static final int DATA = 3;
	static final int ACK = 4;
	static final int ERROR = 5;
	static final int OACK = 6;
	static final int HEADER = 4;
	/** The largest packet of any kind: a block of 65464 bytes, and room to see that one is too long. */
	static final int MAX = 65468 + 4;

	private Packet() {
	}

	static ByteBuffer error(TftpError error, String text) {
		final var bytes = text.getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(HEADER + bytes.length + 1).putShort((short) ERROR).putShort((short) error.code()).put(bytes).put((byte) 0)
				.flip();
	}

	static ByteBuffer acknowledge(int block) {
		return ByteBuffer.allocate(HEADER).putShort((short) ACK).putShort((short) block).flip();
	}

	static ByteBuffer acknowledge(Map<String, String> options) {
		final var text = new StringBuilder();
		options.forEach((name, value) -> text.append(name).append('\0').append(value).append('\0'));
		final var bytes = text.toString().getBytes(StandardCharsets.ISO_8859_1);
		return ByteBuffer.allocate(2 + bytes.length).putShort((short) OACK).put(bytes).flip();
	}

	/** The two bytes at {@code index} as a number. */
	static int unsigned(ByteBuffer packet, int index) {
		return Short.toUnsignedInt(packet.getShort(index));
	}

	/** The text that ends at the next zero or the end of the packet, with strange characters replaced. */
	static String text(ByteBuffer packet) {
		final var text = new StringBuilder();
		while (packet.hasRemaining() && text.length() < 200) {
			final int c = packet.get();
			if (c == 0) {
				break;
			}
			text.append(c >= ' ' && c < 127 ? (char) c : '?');
		}
		return text.toString();
	}
}
