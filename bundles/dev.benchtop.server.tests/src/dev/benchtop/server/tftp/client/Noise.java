package dev.benchtop.server.tftp.client;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Sends packets at random and packets that are nearly right, to the port for requests and into transfers; by a seed. */
public final class Noise implements AutoCloseable {

	private static final int SOCKETS = 8;
	private static final String[] WORDS = { "octet", "netascii", "mail", "blksize", "tsize", "timeout", "windowsize", "0", "1", "8", "512", "65464",
			"65465", "99999999999", "-1", "", "a", "boot/Image", "..", "/etc/passwd", "con", "\\", "ü", "multicast", "rollover" };

	private final InetSocketAddress server;
	private final Random random;
	private final DatagramSocket[] sockets = new DatagramSocket[SOCKETS];
	private final InetSocketAddress[] partners = new InetSocketAddress[SOCKETS];
	private final DatagramPacket inbox = new DatagramPacket(new byte[66_000], 66_000);

	public Noise(InetSocketAddress server, long seed) throws IOException {
		this.server = server;
		this.random = new Random(seed);
		for (int i = 0; i < SOCKETS; i++) {
			sockets[i] = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0));
			sockets[i].setSoTimeout(1);
		}
	}

	/** Sends so many packets and looks now and then at what comes back, so that some go into transfers. */
	public void send(int packets) throws IOException {
		for (int count = 0; count < packets; count++) {
			final int at = random.nextInt(SOCKETS);
			final var bytes = mutated(random.nextInt(4) == 0 ? noise() : packet());
			final boolean inside = partners[at] != null && random.nextBoolean();
			sockets[at].send(new DatagramPacket(bytes, bytes.length, inside ? partners[at] : server));
			if (random.nextInt(16) == 0) {
				listen(at);
			}
		}
	}

	private void listen(int at) throws IOException {
		try {
			for (int i = 0; i < 4; i++) {
				sockets[at].receive(inbox);
				partners[at] = (InetSocketAddress) inbox.getSocketAddress();
			}
		} catch (final java.net.SocketTimeoutException e) {
			return;
		}
	}

	private byte[] noise() {
		final var bytes = new byte[random.nextInt(random.nextInt(8) == 0 ? 9000 : 64)];
		random.nextBytes(bytes);
		return bytes;
	}

	private byte[] packet() {
		final var text = new StringBuilder();
		final int operation = random.nextInt(7);
		text.append('\0').append((char) operation);
		if (operation == 1 || operation == 2) {
			text.append(random.nextInt(3) == 0 ? word() : "a").append('\0').append(random.nextInt(5) == 0 ? word() : "octet").append('\0');
			for (int options = random.nextInt(6); options > 0; options--) {
				text.append(word()).append('\0').append(word()).append('\0');
			}
		} else {
			text.append((char) (random.nextInt(8) == 0 ? random.nextInt(256) : 0)).append((char) random.nextInt(20));
			text.append("x".repeat(random.nextInt(4) == 0 ? random.nextInt(1500) : random.nextInt(20)));
		}
		return text.toString().getBytes(StandardCharsets.ISO_8859_1);
	}

	private String word() {
		return WORDS[random.nextInt(WORDS.length)];
	}

	private byte[] mutated(byte[] bytes) {
		if (bytes.length > 0) {
			for (int changes = random.nextInt(3) == 0 ? random.nextInt(4) : 0; changes > 0; changes--) {
				bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
			}
		}
		return random.nextInt(10) == 0 ? java.util.Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
	}

	@Override
	public void close() {
		for (final var socket : sockets) {
			socket.close();
		}
	}
}
