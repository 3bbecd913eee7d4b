package dev.benchtop.server.tftp;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Packets one by one, as a test wants them. */
final class Wire implements AutoCloseable {

	/** A packet that came; {@code number} is the block or the error code. */
	record Reply(int operation, int number, byte[] content, SocketAddress from) {

		String text() {
			return new String(content, StandardCharsets.UTF_8).replace("\0", "");
		}

		boolean data(int block) {
			return operation == Packet.DATA && number == block;
		}
	}

	private final InetSocketAddress server;
	private final DatagramSocket socket;
	private SocketAddress partner;

	Wire(InetSocketAddress server) throws IOException {
		this.server = server;
		socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
		partner = server;
	}

	/** Asks to read; the fields are name, mode and options. */
	Wire read(String... fields) throws IOException {
		return request(Packet.READ, fields);
	}

	Wire write(String... fields) throws IOException {
		return request(Packet.WRITE, fields);
	}

	Wire request(int operation, String... fields) throws IOException {
		final var bytes = (String.join("\0", fields) + "\0").getBytes(StandardCharsets.UTF_8);
		return raw(ByteBuffer.allocate(2 + bytes.length).putShort((short) operation).put(bytes).array());
	}

	/** Sends bytes to the port that all clients know. */
	Wire raw(byte[] bytes) throws IOException {
		socket.send(new DatagramPacket(bytes, bytes.length, server));
		return this;
	}

	void ack(int block) throws IOException {
		send(Packet.acknowledge(block).array());
	}

	void data(int block, byte[] content) throws IOException {
		send(ByteBuffer.allocate(4 + content.length).putShort((short) Packet.DATA).putShort((short) block).put(content).array());
	}

	void error(int code, String text) throws IOException {
		send(ByteBuffer.allocate(5 + text.length()).putShort((short) Packet.ERROR).putShort((short) code).put(text.getBytes(StandardCharsets.UTF_8))
				.array());
	}

	/** Sends to whom the last packet came from. */
	void send(byte[] bytes) throws IOException {
		socket.send(new DatagramPacket(bytes, bytes.length, partner));
	}

	/** Talks on with the partner of another one. */
	Wire like(Wire other) {
		partner = other.partner;
		return this;
	}

	Reply receive() throws IOException {
		return receive(3000);
	}

	private Reply receive(int millis) throws IOException {
		socket.setSoTimeout(millis);
		final var packet = new DatagramPacket(new byte[66_000], 66_000);
		socket.receive(packet);
		partner = packet.getSocketAddress();
		final var bytes = ByteBuffer.wrap(packet.getData(), 0, packet.getLength());
		final int operation = Packet.unsigned(bytes, 0);
		if (operation == Packet.OACK) {
			return new Reply(operation, 0, Arrays.copyOfRange(packet.getData(), 2, packet.getLength()), partner);
		}
		return new Reply(operation, Packet.unsigned(bytes, 2), Arrays.copyOfRange(packet.getData(), 4, packet.getLength()), partner);
	}

	/** The options that are acknowledged, by their names as they came. */
	Map<String, String> oack() throws IOException {
		final var reply = receive();
		if (reply.operation != Packet.OACK) {
			throw new AssertionError("OACK expected, not " + reply.operation + " " + reply.number + " " + reply.text());
		}
		final var fields = new String(reply.content, StandardCharsets.ISO_8859_1).split("\0");
		final Map<String, String> options = new LinkedHashMap<>();
		for (int at = 0; at + 1 < fields.length; at += 2) {
			options.put(fields[at], fields[at + 1]);
		}
		return options;
	}

	/** Whether nothing comes for that long. */
	boolean quiet(int millis) throws IOException {
		try {
			receive(millis);
			return false;
		} catch (final SocketTimeoutException e) {
			return true;
		}
	}

	@Override
	public void close() {
		socket.close();
	}
}
