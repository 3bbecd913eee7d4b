package dev.benchtop.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.core.driver.DriverContext;
import dev.benchtop.core.driver.DriverFactory;
import dev.benchtop.core.driver.NodeShape;
import dev.benchtop.core.driver.Option;

/** The driver type {@code screen}: a display of 3 × 2 red pixels. */
final class FakeScreen implements DriverFactory<FakeScreen.Config> {

	static final int WIDTH = 3;
	static final int HEIGHT = 2;
	private static final int RED = 0x0000FF00;

	/**
	 * How it meets who connects.
	 *
	 * @param locked asks for a password
	 */
	record Config(@Option boolean locked) {
	}

	@Override
	public String type() {
		return "screen";
	}

	@Override
	public Class<Config> configType() {
		return Config.class;
	}

	@Override
	public NodeShape describe(Config config) {
		return NodeShape.of(Display.class);
	}

	@Override
	public Driver create(DriverContext context, Config config) {
		return Driver.of((Display) () -> open(config.locked()));
	}

	private static ByteChannel open(boolean locked) throws BenchException {
		try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			final var channel = SocketChannel.open(server.getLocalSocketAddress());
			final var socket = server.accept();
			Thread.ofVirtual().start(() -> serve(socket, locked));
			return channel;
		} catch (IOException e) {
			throw BenchException.failed("no connection").why(e).build();
		}
	}

	private static void serve(Socket socket, boolean locked) {
		try (socket) {
			final var in = new DataInputStream(socket.getInputStream());
			final var out = new DataOutputStream(socket.getOutputStream());
			out.writeBytes("RFB 003.003\n");
			in.skipNBytes(12);
			out.writeInt(locked ? 2 : 1);
			in.skipNBytes(1);
			out.writeShort(WIDTH);
			out.writeShort(HEIGHT);
			out.write(new byte[16]);
			out.writeInt(0);
			for (int type = in.read(); type >= 0; type = in.read()) {
				answer(type, in, out);
			}
		} catch (IOException e) {
			System.getLogger(FakeScreen.class.getName()).log(System.Logger.Level.DEBUG, "the client has gone", e);
		}
	}

	private static void answer(int type, DataInputStream in, DataOutputStream out) throws IOException {
		switch (type) {
		case 0 -> in.skipNBytes(19);
		case 2 -> {
			in.skipNBytes(1);
			in.skipNBytes(4L * in.readUnsignedShort());
		}
		case 3 -> {
			in.skipNBytes(9);
			picture(out);
		}
		default -> throw new IOException("message " + type);
		}
	}

	private static void picture(DataOutputStream out) throws IOException {
		out.writeInt(1);
		out.writeInt(0);
		out.writeShort(WIDTH);
		out.writeShort(HEIGHT);
		out.writeInt(0);
		for (int i = 0; i < WIDTH * HEIGHT; i++) {
			out.writeInt(RED);
		}
	}
}
