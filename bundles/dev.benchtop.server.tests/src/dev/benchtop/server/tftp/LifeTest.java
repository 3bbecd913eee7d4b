package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Start and stop")
class LifeTest {

	@TempDir
	Path root;

	private TftpServer start(InetSocketAddress bind) throws Exception {
		return TftpServer.start(bind, new TftpFolder(root, TftpFolder.Access.READ), TftpSettings.defaults(), new TftpListener() {
		});
	}

	@Test
	@DisplayName("Port 0 gives the port that is bound, and after the end it is free")
	void port() throws Exception {
		final InetSocketAddress address;
		try (var server = start(new InetSocketAddress("127.0.0.1", 0))) {
			address = server.address();
			assertNotEquals(0, address.getPort());
			assertEquals("127.0.0.1", address.getAddress().getHostAddress());
		}
		new DatagramSocket(address).close();
		start(address).close();
		start(address).close();
	}

	@Test
	@DisplayName("A port that is taken is an error at start, and leaves nothing behind")
	void taken() throws Exception {
		final long before = Descriptors.of(root);
		try (var socket = new DatagramSocket(new InetSocketAddress("127.0.0.1", 0))) {
			assertThrows(BindException.class, () -> start((InetSocketAddress) socket.getLocalSocketAddress()));
		}
		assertEquals(before, Descriptors.of(root));
	}

	@Test
	@DisplayName("Replies come from the address that the server is bound to")
	void address() throws Exception {
		Files.write(root.resolve("a"), new byte[10]);
		try (var server = start(new InetSocketAddress("127.0.0.69", 0)); var wire = new Wire(server.address())) {
			final var from = (InetSocketAddress) wire.read("a", "octet").receive().from();
			assertEquals("127.0.0.69", from.getAddress().getHostAddress());
		}
	}

	@Test
	@DisplayName("IPv6")
	void six() throws Exception {
		final var content = Files.write(root.resolve("a"), new byte[1000]);
		try (var server = start(new InetSocketAddress("::1", 0))) {
			assertEquals(Files.size(content), Bed.get(new dev.benchtop.server.tftp.client.TftpClient(server.address()), "a").length);
		}
	}

	@Test
	@DisplayName("A server that stops tells its clients; threads and descriptors are as many as before")
	void stopped() throws Exception {
		Files.write(root.resolve("a"), new byte[1000]);
		start(new InetSocketAddress("127.0.0.1", 0)).close();
		final long before = Descriptors.of(root);
		final var server = start(new InetSocketAddress("127.0.0.1", 0));
		try (var wire = new Wire(server.address()); var other = new Wire(server.address())) {
			assertTrue(wire.read("a", "octet").receive().data(1));
			assertTrue(other.read("a", "octet").receive().data(1));
			server.close();
			final var reply = wire.receive();
			assertEquals(Packet.ERROR, reply.operation());
			assertEquals(0, reply.number());
		}
		assertEquals(before, Descriptors.of(root));
		assertFalse(Thread.getAllStackTraces().keySet().stream().anyMatch(thread -> thread.getName().equals("tftp")));
		server.close();
	}

	@Test
	@DisplayName("Settings that make no sense are refused")
	void settings() {
		final var settings = TftpSettings.defaults();
		assertThrows(IllegalArgumentException.class, () -> settings.withMaxWindow(0));
		assertThrows(IllegalArgumentException.class, () -> settings.withMaxWindow(65));
		assertThrows(IllegalArgumentException.class, () -> settings.withRollover(2));
		assertThrows(IllegalArgumentException.class, () -> settings.withMaxTransfers(0));
	}

	@Test
	@DisplayName("A listener that fails stops nothing")
	void listener() throws Exception {
		Files.write(root.resolve("a"), new byte[1000]);
		try (var server = TftpServer.start(new InetSocketAddress("127.0.0.1", 0), new TftpFolder(root, TftpFolder.Access.READ),
				TftpSettings.defaults(), new TftpListener() {
					@Override
					public void begin(TftpTransfer transfer) {
						throw new IllegalStateException("a test");
					}
				})) {
			assertArrayEquals(new byte[1000], Bed.get(new dev.benchtop.server.tftp.client.TftpClient(server.address()), "a"));
		}
	}
}
