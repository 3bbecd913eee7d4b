package dev.benchtop.server.tftp.client;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Fetches and sends files by TFTP with any options, windows among them. The transfer itself costs one system call a packet; a second thread
 * repeats the last packet when nothing comes.
 */
public final class TftpClient {

	/** Takes the content of a block. */
	public interface Sink {
		void take(ByteBuffer block) throws IOException;
	}

	/** Fills a buffer until it is full or the content ends. */
	public interface Content {
		void fill(ByteBuffer block) throws IOException;
	}

	/**
	 * What came of it.
	 *
	 * @param options what the server acknowledged, by lower-case name
	 */
	public record Result(long bytes, Map<String, String> options, long repeats) {
	}

	/** The server ended it. */
	public static final class Refused extends IOException {
		private static final long serialVersionUID = 1;
		private final int code;

		Refused(int code, String text) {
			super(text);
			this.code = code;
		}

		public int code() {
			return code;
		}
	}

	private final InetSocketAddress server;
	private final Map<String, String> options = new LinkedHashMap<>();
	private String mode = "octet";
	private int rollover;
	private int timeoutMillis = 1000;
	private int giveUpMillis = 15_000;

	public TftpClient(InetSocketAddress server) {
		this.server = server;
	}

	public TftpClient option(String name, Object value) {
		options.put(name, value.toString());
		return this;
	}

	/** Asks for a block size and a window. */
	public TftpClient sizes(int blockSize, int window) {
		if (blockSize != 512) {
			option("blksize", blockSize);
		}
		return window == 1 ? this : option("windowsize", window);
	}

	public TftpClient mode(String name) {
		mode = name;
		return this;
	}

	public TftpClient rollover(int block) {
		rollover = block;
		return this;
	}

	public TftpClient patience(int repeatMillis, int endMillis) {
		timeoutMillis = repeatMillis;
		giveUpMillis = endMillis;
		return this;
	}

	public Result get(String name, Sink sink) throws IOException {
		try (var exchange = new Exchange(server, timeoutMillis, giveUpMillis)) {
			return new Download(exchange, rollover, sink).run(request(1, name));
		}
	}

	public Result put(String name, Content content) throws IOException {
		try (var exchange = new Exchange(server, timeoutMillis, giveUpMillis)) {
			return new Upload(exchange, content).run(request(2, name));
		}
	}

	private ByteBuffer request(int operation, String name) {
		final var text = new StringBuilder(name).append('\0').append(mode).append('\0');
		options.forEach((option, value) -> text.append(option).append('\0').append(value).append('\0'));
		final var bytes = text.toString().getBytes(StandardCharsets.UTF_8);
		return ByteBuffer.allocate(2 + bytes.length).putShort((short) operation).put(bytes).flip();
	}

	static DatagramChannel open() throws IOException {
		return DatagramChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, 4 << 20).setOption(StandardSocketOptions.SO_SNDBUF, 4 << 20);
	}

	static Map<String, String> options(ByteBuffer packet) {
		final var bytes = new byte[packet.remaining()];
		packet.get(bytes);
		final var fields = new String(bytes, StandardCharsets.ISO_8859_1).split("\0");
		final Map<String, String> options = new LinkedHashMap<>();
		for (int at = 0; at + 1 < fields.length; at += 2) {
			options.put(fields[at].toLowerCase(Locale.ROOT), fields[at + 1]);
		}
		return options;
	}

	static Refused refused(ByteBuffer packet) {
		final var bytes = new byte[Math.max(0, packet.limit() - 5)];
		packet.get(4, bytes);
		return new Refused(packet.getShort(2), new String(bytes, StandardCharsets.UTF_8));
	}
}
