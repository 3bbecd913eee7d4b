package dev.benchtop.ui.display;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.Node;
import dev.benchtop.core.bench.NodeState.Level;
import dev.benchtop.core.capability.Display;
import dev.benchtop.core.rfb.Framebuffer;
import dev.benchtop.core.rfb.Rect;
import dev.benchtop.core.rfb.RfbListener;
import dev.benchtop.testing.Fake;
import dev.benchtop.ui.display.DisplayConnection.State;

/** A display that comes and goes. */
@Timeout(60)
final class DisplayConnectionTest {

	private final ServerSocket server;
	private final BlockingQueue<State> states = new LinkedBlockingQueue<>();
	private final Kept passwords = new Kept();
	private final DisplayConnection connection = new DisplayConnection(new Ear(), this::note, passwords);
	private volatile boolean off;

	DisplayConnectionTest() throws IOException {
		server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
	}

	@AfterEach
	void close() throws IOException {
		connection.close();
		server.close();
	}

	@Test
	void connectsAgainByItselfWhenTheDisplayHasGone() throws Exception {
		connection.follow(Optional.of(node()));
		try (var _ = greet()) {
			await(State.CONNECTED);
			assertTrue(connection.client().isPresent());
		}
		await(State.FAILED);
		assertTrue(connection.client().isEmpty());
		try (var _ = greet()) {
			await(State.CONNECTED);
			assertEquals(Optional.empty(), connection.failure());
		}
	}

	@Test
	void boardThatIsSwitchedOnIsConnectedAtOnce() throws Exception {
		off = true;
		connection.said(Level.OFF);
		connection.follow(Optional.of(node()));
		await(State.FAILED);
		assertEquals("It is off", connection.failure().orElseThrow().what());
		off = false;
		connection.said(Level.OFF);
		connection.said(Level.ON);
		try (var _ = greet()) {
			await(State.CONNECTED);
		}
	}

	@Test
	void anotherNodeTakesThePlaceAndTheFirstIsLeft() throws Exception {
		connection.follow(Optional.of(node()));
		try (var first = greet()) {
			await(State.CONNECTED);
			connection.follow(Optional.of(node()));
			first.getInputStream().transferTo(OutputStream.nullOutputStream());
			try (var _ = greet()) {
				await(State.CONNECTED);
			}
		}
	}

	@Test
	void serverThatWantsAPasswordIsNotAskedAgain() throws Exception {
		connection.follow(Optional.of(node()));
		try (var socket = server.accept()) {
			final var out = new DataOutputStream(socket.getOutputStream());
			out.writeBytes("RFB 003.003\n");
			out.writeInt(2);
			await(State.FAILED);
			assertFalse(connection.triesAgain());
			assertTrue(connection.asksForPassword());
			assertFalse(connection.refusedPassword());
		}
	}

	@Test
	void passwordIsAskedForUntilItIsRightAndKeptWhereThatIsWanted() throws Exception {
		connection.follow(Optional.of(node()));
		try (var socket = server.accept()) {
			new DataOutputStream(socket.getOutputStream()).writeBytes("RFB 003.008\n\1\2");
			await(State.FAILED);
		}
		connection.answer(new Secret("wrong"), true);
		final byte[] first;
		try (var socket = server.accept()) {
			first = challenge(socket);
			final var out = new DataOutputStream(socket.getOutputStream());
			out.writeInt(1);
			out.writeInt(5);
			out.writeBytes("sorry");
			await(State.FAILED);
			assertTrue(connection.asksForPassword());
			assertTrue(connection.refusedPassword());
			assertEquals("sorry", connection.failure().orElseThrow().why().orElseThrow());
			assertFalse(connection.failure().orElseThrow().getMessage().contains("wrong"));
		}
		assertTrue(passwords.kept.isEmpty());
		connection.answer(new Secret("right"), true);
		try (var socket = server.accept()) {
			assertFalse(Arrays.equals(first, challenge(socket)));
			final var out = new DataOutputStream(socket.getOutputStream());
			out.writeInt(0);
			screen(out);
			await(State.CONNECTED);
			assertEquals(new Secret("right"), passwords.kept.take());
		}
		await(State.FAILED);
		assertFalse(connection.asksForPassword(), "it ended for another reason");
		try (var socket = server.accept()) {
			challenge(socket);
		}
	}

	@Test
	void passwordThatWasKeptIsUsed() throws Exception {
		passwords.kept.add(new Secret("kept"));
		connection.follow(Optional.of(node()));
		try (var socket = server.accept()) {
			challenge(socket);
			final var out = new DataOutputStream(socket.getOutputStream());
			out.writeInt(0);
			screen(out);
			await(State.CONNECTED);
		}
	}

	/** Asks for a password, and returns the answer. */
	private static byte[] challenge(Socket socket) throws IOException {
		final var out = new DataOutputStream(socket.getOutputStream());
		out.writeBytes("RFB 003.008\n\1\2");
		out.write(new byte[16]);
		socket.getInputStream().skipNBytes(13);
		return socket.getInputStream().readNBytes(16);
	}

	private void note() {
		states.add(connection.state());
	}

	private void await(State state) throws InterruptedException {
		State now = states.take();
		while (now != state) {
			now = states.take();
		}
	}

	/** Takes the next connection, and tells it of a screen of 8 × 8. */
	private Socket greet() throws IOException {
		final var socket = server.accept();
		final var out = new DataOutputStream(socket.getOutputStream());
		out.writeBytes("RFB 003.003\n");
		out.writeInt(1);
		screen(out);
		return socket;
	}

	private static void screen(DataOutputStream out) throws IOException {
		out.writeShort(8);
		out.writeShort(8);
		out.write(new byte[16]);
		out.writeInt(0);
	}

	/** One that was kept. */
	private static final class Kept implements Passwords {

		final BlockingQueue<Secret> kept = new LinkedBlockingQueue<>();

		@Override
		public Optional<Secret> of(Node node) {
			return Optional.ofNullable(kept.peek());
		}

		@Override
		public void keep(Node node, Secret password) {
			kept.add(password);
		}
	}

	private Node node() {
		final Display display = this::open;
		return Fake.of(Node.class, (method, _) -> switch (method) {
			case "use" -> display;
			case "path" -> "machine.display";
			default -> Fake.unexpected(method);
		});
	}

	private ByteChannel open() throws BenchException {
		if (off) {
			throw BenchException.failed("It is off").build();
		}
		try {
			return SocketChannel.open(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()));
		} catch (IOException e) {
			throw BenchException.failed("It is not there").why(e).build();
		}
	}

	private final class Ear implements RfbListener {

		@Override
		public void screen(Framebuffer screen) {
			connection.greeted();
			note();
		}

		@Override
		public void changed(Rect part) {
			// pixels are the painter's
		}
	}
}
