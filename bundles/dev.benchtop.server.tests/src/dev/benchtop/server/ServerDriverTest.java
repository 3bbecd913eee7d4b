package dev.benchtop.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.driver.Driver;

/** Both drivers, as a board's file makes them: how they start, stop and choose their address. */
class ServerDriverTest {

	@TempDir
	Path folder;
	private ServerContext context;

	private Driver make(ServerKind kind, Path root) throws BenchException {
		context = new ServerContext(folder);
		return kind.create(context, root, "127.0.0.1", 0, "", false);
	}

	@ParameterizedTest
	@EnumSource
	void theFolderIsMadeWithItsParents(ServerKind kind) throws Exception {
		final Path root = folder.resolve("srv/boot");
		try (var _ = make(kind, root)) {
			assertTrue(Files.isDirectory(root));
			assertEquals(new ServerContext.Made("storage", "opendal", Map.of("scheme", "fs", "kwargs", Map.of("root", root.toString()), "remove_created_on_close", true)),
					context.made.getFirst());
		}
		assertTrue(Files.isDirectory(root), "and stays");
	}

	@ParameterizedTest
	@EnumSource
	void withoutAFolderTheBoardHasOneOfItsOwn(ServerKind kind) throws Exception {
		try (var driver = make(kind, null)) {
			ServerKind.server(driver).start();
			assertTrue(Files.isDirectory(folder.resolve("state/served/server")));
		}
	}

	@ParameterizedTest
	@EnumSource
	void itStartsServesStopsAndStartsAgain(ServerKind kind) throws Exception {
		Files.writeString(folder.resolve("Image"), "kernel");
		try (var driver = make(kind, folder)) {
			final var server = ServerKind.server(driver);
			assertEquals(kind.protocol(), server.protocol());
			assertEquals(Optional.empty(), server.address());
			assertEquals(List.of("off"), context.words());
			assertEquals(folder.toString(), server.root());
			final var first = server.start();
			assertTrue(first.getPort() > 0);
			assertEquals(first, server.start(), "started twice is started once");
			assertEquals(first, server.address().orElseThrow());
			assertArrayEquals("kernel".getBytes(), kind.fetch(first, "Image"));
			server.stop();
			server.stop();
			assertEquals(Optional.empty(), server.address());
			assertFree(kind, first);
			final var second = server.start();
			assertArrayEquals("kernel".getBytes(), kind.fetch(second, "Image"));
			assertEquals(2, server.transfers().size(), "what was done is not forgotten");
			assertTrue(context.words().containsAll(List.of("off", "on", "1 transfer")), context.words().toString());
		}
		assertEquals("off", context.words().getLast());
	}

	@ParameterizedTest
	@EnumSource
	void closingTheBoardLeavesNothingBound(ServerKind kind) throws Exception {
		final var driver = make(kind, folder);
		final var address = ServerKind.server(driver).start();
		driver.close();
		assertFree(kind, address);
	}

	private static void assertFree(ServerKind kind, InetSocketAddress address) throws IOException {
		if (kind.protocol().equals("tftp")) {
			new DatagramSocket(address).close();
		} else {
			try (var socket = new ServerSocket()) {
				socket.setReuseAddress(true);
				socket.bind(address);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void verbsStartAndStopAndSayWhyNot(ServerKind kind) throws Exception {
		try (var driver = make(kind, folder)) {
			final var server = ServerKind.server(driver);
			assertEquals(List.of("start", "stop"), server.verbs().stream().map(verb -> verb.id()).toList());
			assertEquals(Optional.of("It is not running"), server.verbs().getLast().whyNot());
			server.verbs().getFirst().action().run(Map.of(), Progress.none());
			assertTrue(server.address().isPresent());
			assertEquals(Optional.of("It is running already"), server.verbs().getFirst().whyNot());
		}
	}

	@ParameterizedTest
	@EnumSource
	void aPortThatIsTakenIsToldWithItsHolder(ServerKind kind) throws Exception {
		context = new ServerContext(folder);
		try (var udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
				var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var driver = kind.create(context, folder, "127.0.0.1", kind.protocol().equals("tftp") ? udp.getLocalPort() : tcp.getLocalPort(), "", false)) {
			final var failure = assertThrows(BenchException.class, () -> ServerKind.server(driver).start());
			assertEquals("rpi4/server", failure.where().orElseThrow());
			assertTrue(failure.why().orElseThrow().matches("port \\d+ is already in use by this Benchtop \\(.+, process " + ProcessHandle.current().pid() + "\\)"),
					failure.getMessage());
			assertTrue(failure.next().isPresent());
			assertEquals(Optional.empty(), ServerKind.server(driver).address());
		}
	}

	@ParameterizedTest
	@EnumSource
	void anAddressOfAnotherMachineIsToldWithOurs(ServerKind kind) throws Exception {
		context = new ServerContext(folder);
		try (var driver = kind.create(context, folder, "192.0.2.7", 0, "", false)) {
			final var failure = assertThrows(BenchException.class, () -> ServerKind.server(driver).start());
			assertEquals("192.0.2.7 is no address of this machine", failure.why().orElseThrow());
			assertTrue(failure.next().orElseThrow().contains("127.0.0.1"));
		}
		try (var driver = kind.create(context, folder, "no such host", 0, "", false)) {
			assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> ServerKind.server(driver).start()).kind());
		}
	}

	@ParameterizedTest
	@EnumSource
	void autoTakesTheWayThatTheBoardHas(ServerKind kind) throws Exception {
		context = new ServerContext(folder);
		context.link = Optional.of((protocol, _) -> {
			assertEquals(kind.protocol(), protocol);
			return new HostLink.Route(new InetSocketAddress("127.0.0.77", 0), new InetSocketAddress("10.0.2.2", 0));
		});
		try (var driver = kind.create(context, folder, "auto", 0, "", false)) {
			final var server = ServerKind.server(driver);
			final var bound = server.start();
			assertEquals("127.0.0.77", bound.getAddress().getHostAddress());
			assertEquals(new InetSocketAddress("10.0.2.2", bound.getPort()), server.seen().orElseThrow());
		}
	}

	@ParameterizedTest
	@EnumSource
	void autoNeverListensOnAllCards(ServerKind kind) throws Exception {
		context = new ServerContext(folder);
		try (var driver = kind.create(context, folder, "", 0, "", false)) {
			assertFalse(ServerKind.server(driver).start().getAddress().isAnyLocalAddress());
		}
		try (var driver = kind.create(context, folder, "0.0.0.0", 0, "", false)) {
			assertTrue(ServerKind.server(driver).start().getAddress().isAnyLocalAddress(), "unless it is told to");
			assertFalse(ServerKind.server(driver).seen().orElseThrow().getAddress().isAnyLocalAddress(), "which no board can ask");
		}
	}
}
