package dev.benchtop.network.vnc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Display;
import dev.benchtop.network.NetworkBench;
import dev.benchtop.testing.Ports;

/** Screens that are reached over the network. */
class VncDisplayTest {

	private static final String GREETING = "RFB 003.008\n";

	@TempDir
	Path home;

	/** Greets whoever comes, as a VNC server does. */
	private static ServerSocketChannel server(StandardProtocolFamily family, SocketAddress address) throws IOException {
		final var server = ServerSocketChannel.open(family).bind(address);
		Thread.ofVirtual().start(() -> {
			while (server.isOpen()) {
				try (var client = server.accept()) {
					client.write(ByteBuffer.wrap(GREETING.getBytes(StandardCharsets.US_ASCII)));
				} catch (IOException _) {
					return;
				}
			}
		});
		return server;
	}

	private static String greeting(Display display) throws Exception {
		try (var channel = display.open()) {
			final var buffer = ByteBuffer.allocate(GREETING.length());
			while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
				continue;
			}
			return new String(buffer.array(), StandardCharsets.US_ASCII);
		}
	}

	private static int port(ServerSocketChannel server) throws IOException {
		return ((InetSocketAddress) server.getLocalAddress()).getPort();
	}

	private static ServerSocketChannel loopback() throws IOException {
		return server(StandardProtocolFamily.INET, new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0));
	}

	@Test
	void byHostAndPortWithItsPassword() throws Exception {
		try (var server = loopback();
				var bench = NetworkBench.of(home, "{screen: {type: vnc, config: {host: 127.0.0.1, port: %d, password: sesame}}}".formatted(port(server)))) {
			final var display = bench.node("screen").use(Display.class);
			assertEquals(GREETING, greeting(display));
			assertEquals(GREETING, greeting(display), "each is a connection of its own");
			assertEquals(Optional.of(new Secret("sesame")), display.password());
		}
	}

	@Test
	void byTheChildOfAnExporterFile() throws Exception {
		try (var server = loopback(); var bench = NetworkBench.ofFile(home, """
				apiVersion: jumpstarter.dev/v1alpha1
				kind: ExporterConfig
				metadata: {name: board}
				export:
				  vnc:
				    type: jumpstarter_driver_vnc.driver.Vnc
				    config: {default_encrypt: false}
				    children:
				      tcp:
				        type: jumpstarter_driver_network.driver.TcpNetwork
				        config: {host: 127.0.0.1, port: %d}
				""".formatted(port(server)))) {
			final var display = bench.node("vnc").use(Display.class);
			assertEquals(GREETING, greeting(display));
			assertEquals(Optional.empty(), display.password());
		}
	}

	@Test
	void byAUnixSocket() throws Exception {
		final Path socket = home.resolve("vnc.sock");
		try (var _ = server(StandardProtocolFamily.UNIX, UnixDomainSocketAddress.of(socket));
				var bench = NetworkBench.of(home, "{screen: {type: vnc, config: {socket: %s}}}".formatted(socket))) {
			assertEquals(GREETING, greeting(bench.node("screen").use(Display.class)));
		}
	}

	@Test
	void nobodyThereIsTold() throws Exception {
		final int port = Ports.free();
		try (var bench = NetworkBench.of(home, "{screen: {type: vnc, config: {host: 127.0.0.1, port: %d}}}".formatted(port))) {
			final var error = assertThrows(BenchException.class, () -> bench.node("screen").use(Display.class).open());
			assertTrue(error.getMessage().startsWith("board/screen: The screen at 127.0.0.1:" + port + " cannot be reached: "), error.getMessage());
		}
	}

	@Test
	void aScreenNowhereIsTold() throws Exception {
		try (var bench = NetworkBench.of(home, "{screen: {type: vnc}}")) {
			assertEquals("board/screen: It is not said where the screen is\nGive it a \"host\", a \"socket\", or a child \"tcp\".",
					assertThrows(BenchException.class, () -> bench.node("screen").use(Display.class)).getMessage());
		}
	}
}
