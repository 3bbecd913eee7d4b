package dev.benchtop.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.capability.FileServer;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.HostLink;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.server.tftp.client.TftpClient;

/** Both drivers, as a board's file makes them. */
class ServerDriverTest {

	@TempDir
	Path folder;
	private FakeContext context;

	/** What differs between the two. */
	record Kind(String name) {
		Driver create(FakeContext context, Path root, String host, int port, String storage, boolean writable) throws BenchException {
			return name.equals("tftp")
					? new TftpServerDriverFactory().create(context, new TftpServerConfig(root, host, port, storage, writable, ByteSize.parse("1M"), 16, 0,
							java.time.Duration.ofSeconds(5), true))
					: new HttpServerDriverFactory().create(context, new HttpServerConfig(root, host, port, storage, writable, ByteSize.parse("1M"), "", null, null, true));
		}

		/** Fetches a file as an independent client does. */
		byte[] fetch(InetSocketAddress server, String path) throws IOException {
			if (name.equals("http")) {
				final var connection = (HttpURLConnection) URI.create("http:/" + server + "/" + path).toURL().openConnection(java.net.Proxy.NO_PROXY);
				try (var in = connection.getInputStream()) {
					return in.readAllBytes();
				}
			}
			final var client = new TFTPClient();
			client.open();
			try {
				final var out = new ByteArrayOutputStream();
				client.receiveFile(path, TFTP.BINARY_MODE, out, server.getAddress(), server.getPort());
				return out.toByteArray();
			} finally {
				client.close();
			}
		}
	}

	static Stream<Kind> kinds() {
		return Stream.of(new Kind("tftp"), new Kind("http"));
	}

	private Driver make(Kind kind, Path root) throws BenchException {
		context = new FakeContext(folder);
		return kind.create(context, root, "127.0.0.1", 0, "", false);
	}

	private static FileServer server(Driver driver) {
		return driver.capability(FileServer.class).orElseThrow();
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void theFolderIsMadeWithItsParents(Kind kind) throws Exception {
		final Path root = folder.resolve("srv/boot");
		try (var _ = make(kind, root)) {
			assertTrue(Files.isDirectory(root));
			assertEquals(new FakeContext.Made("storage", "opendal", Map.of("scheme", "fs", "kwargs", Map.of("root", root.toString()), "remove_created_on_close", true)),
					context.made.getFirst());
		}
		assertTrue(Files.isDirectory(root), "and stays");
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void withoutAFolderTheBoardHasOneOfItsOwn(Kind kind) throws Exception {
		try (var driver = make(kind, null)) {
			server(driver).start();
			assertTrue(Files.isDirectory(folder.resolve("state/served/server")));
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void itStartsServesStopsAndStartsAgain(Kind kind) throws Exception {
		Files.writeString(folder.resolve("Image"), "kernel");
		try (var driver = make(kind, folder)) {
			final var server = server(driver);
			assertEquals(kind.name(), server.protocol());
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
	@MethodSource("kinds")
	void closingTheBoardLeavesNothingBound(Kind kind) throws Exception {
		final var driver = make(kind, folder);
		final var address = server(driver).start();
		driver.close();
		assertFree(kind, address);
	}

	private static void assertFree(Kind kind, InetSocketAddress address) throws IOException {
		if (kind.name().equals("tftp")) {
			new DatagramSocket(address).close();
		} else {
			try (var socket = new ServerSocket()) {
				socket.setReuseAddress(true);
				socket.bind(address);
			}
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void verbsStartAndStopAndSayWhyNot(Kind kind) throws Exception {
		try (var driver = make(kind, folder)) {
			final var server = server(driver);
			assertEquals(List.of("start", "stop"), server.verbs().stream().map(verb -> verb.id()).toList());
			assertEquals(Optional.of("It is not running"), server.verbs().getLast().whyNot());
			server.verbs().getFirst().action().run(Map.of(), dev.benchtop.core.Progress.none());
			assertTrue(server.address().isPresent());
			assertEquals(Optional.of("It is running already"), server.verbs().getFirst().whyNot());
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void aPortThatIsTakenIsToldWithItsHolder(Kind kind) throws Exception {
		context = new FakeContext(folder);
		try (var udp = new DatagramSocket(0, InetAddress.getLoopbackAddress());
				var tcp = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				var driver = kind.create(context, folder, "127.0.0.1", kind.name().equals("tftp") ? udp.getLocalPort() : tcp.getLocalPort(), "", false)) {
			final var failure = assertThrows(BenchException.class, () -> server(driver).start());
			assertEquals("rpi4/server", failure.where().orElseThrow());
			assertTrue(failure.why().orElseThrow().matches("port \\d+ is already in use by this Benchtop \\(.+, process " + ProcessHandle.current().pid() + "\\)"),
					failure.getMessage());
			assertTrue(failure.next().isPresent());
			assertEquals(Optional.empty(), server(driver).address());
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void anAddressOfAnotherMachineIsToldWithOurs(Kind kind) throws Exception {
		context = new FakeContext(folder);
		try (var driver = kind.create(context, folder, "192.0.2.7", 0, "", false)) {
			final var failure = assertThrows(BenchException.class, () -> server(driver).start());
			assertEquals("192.0.2.7 is no address of this machine", failure.why().orElseThrow());
			assertTrue(failure.next().orElseThrow().contains("127.0.0.1"));
		}
		try (var driver = kind.create(context, folder, "no such host", 0, "", false)) {
			assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> server(driver).start()).kind());
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void autoTakesTheWayThatTheBoardHas(Kind kind) throws Exception {
		context = new FakeContext(folder);
		context.link = Optional.of((protocol, _) -> {
			assertEquals(kind.name(), protocol);
			return new HostLink.Route(new InetSocketAddress("127.0.0.77", 0), new InetSocketAddress("10.0.2.2", 0));
		});
		try (var driver = kind.create(context, folder, "auto", 0, "", false)) {
			final var server = server(driver);
			final var bound = server.start();
			assertEquals("127.0.0.77", bound.getAddress().getHostAddress());
			assertEquals(new InetSocketAddress("10.0.2.2", bound.getPort()), server.seen().orElseThrow());
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void autoNeverListensOnAllCards(Kind kind) throws Exception {
		context = new FakeContext(folder);
		try (var driver = kind.create(context, folder, "", 0, "", false)) {
			assertFalse(server(driver).start().getAddress().isAnyLocalAddress());
		}
		try (var driver = kind.create(context, folder, "0.0.0.0", 0, "", false)) {
			assertTrue(server(driver).start().getAddress().isAnyLocalAddress(), "unless it is told to");
			assertFalse(server(driver).seen().orElseThrow().getAddress().isAnyLocalAddress(), "which no board can ask");
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void aPublishedFileComesUnderItsVirtualName(Kind kind) throws Exception {
		final Path artifact = Files.writeString(Files.createTempFile(folder, "build", ".img"), "artifact");
		try (var driver = make(kind, folder.resolve("empty"))) {
			final var server = server(driver);
			final var early = assertThrows(BenchException.class, () -> server.publish("a", artifact, InetAddress.getLoopbackAddress()));
			assertEquals("Start it first.", early.next().orElseThrow());
			final var bound = server.start();
			final var url = URI.create(server.publish("boot/My Image.img".replace(' ', '_'), artifact, InetAddress.getByName("10.0.2.2")));
			assertEquals("10.0.2.2", url.getHost());
			assertEquals(bound.getPort(), url.getPort());
			assertTrue(url.getPath().endsWith("/boot/My_Image.img"));
			assertArrayEquals("artifact".getBytes(), kind.fetch(bound, url.getPath().substring(1)));
			assertEquals(List.of("boot/My_Image.img"), List.copyOf(server.published().keySet()));
			server.withdraw("boot/My_Image.img");
			assertThrows(IOException.class, () -> kind.fetch(bound, url.getPath().substring(1)));
			for (final String name : new String[] {"", "/abs", "../up", "a//b", "con", "a\\b", "a\0b", "folder/"}) {
				assertEquals(BenchException.Kind.USAGE,
						assertThrows(BenchException.class, () -> server.publish(name, artifact, InetAddress.getLoopbackAddress()), name).kind());
			}
			assertThrows(BenchException.class, () -> server.publish("gone", folder.resolve("gone"), InetAddress.getLoopbackAddress()));
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void aStorageIsServedInPlaceOfAFolder(Kind kind) throws Exception {
		context = new FakeContext(folder);
		try (var zip = FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"))) {
			Files.write(zip.getPath("/Image"), "zipped".getBytes());
			context.named.put("images", new ZipStorage(zip.getPath("/")));
			try (var driver = kind.create(context, null, "127.0.0.1", 0, "images", false)) {
				final var server = server(driver);
				assertEquals(Map.of(), driver.children());
				assertEquals("images", server.root());
				assertArrayEquals("zipped".getBytes(), kind.fetch(server.start(), "Image"));
			}
		}
		try (var driver = kind.create(context, null, "127.0.0.1", 0, "imagse", false)) {
			final var failure = assertThrows(BenchException.class, () -> server(driver).start());
			assertEquals("There is no storage imagse", failure.what());
		}
		assertThrows(BenchException.class, () -> kind.create(context, folder, "127.0.0.1", 0, "images", false));
	}

	private record ZipStorage(Path root) implements Storage {
		@Override
		public void test() {
			// always there
		}

		@Override
		public java.nio.file.DirectoryStream<Path> scan(Path below) throws IOException {
			return Files.newDirectoryStream(below);
		}

		@Override
		public void deleteTree(Path path) throws IOException {
			Files.delete(path);
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void theFolderMayGoAndComeBack(Kind kind) throws Exception {
		final Path root = folder.resolve("srv");
		try (var driver = make(kind, root)) {
			Files.delete(root);
			Files.writeString(root, "in the way");
			final var failure = assertThrows(BenchException.class, () -> server(driver).start());
			assertTrue(failure.what().startsWith("The folder"), failure.what());
			Files.delete(root);
			final var bound = server(driver).start();
			Files.writeString(root.resolve("Image"), "later");
			assertArrayEquals("later".getBytes(), kind.fetch(bound, "Image"));
		}
	}

	@ParameterizedTest
	@MethodSource("kinds")
	void whatIsAskedForInVainIsKeptWithNearNames(Kind kind) throws Exception {
		Files.writeString(Files.createDirectories(folder.resolve("srv/pxelinux.cfg")).resolve("default"), "");
		try (var driver = make(kind, folder.resolve("srv"))) {
			final var server = server(driver);
			final var bound = server.start();
			assertThrows(IOException.class, () -> kind.fetch(bound, "pxelinux.cfg/defualt"));
			while (server.missing().isEmpty() || server.missing().getFirst().near().isEmpty()) {
				Thread.sleep(5);
			}
			assertEquals(List.of("pxelinux.cfg/default"), server.missing().getFirst().near());
			for (int i = 0; i < 60; i++) {
				final int number = i;
				assertThrows(IOException.class, () -> kind.fetch(bound, "none" + number));
			}
			assertEquals(50, server.missing().size(), "the last ones are enough");
			server.forget();
			assertEquals(List.of(), server.missing());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"..", "../x", "x/../../../y", "sub/..", "/etc/passwd", "../srv-old/secret", "link", "con", "..\\x"})
	void noNameOfTftpLeadsOut(String name) throws Exception {
		final Path root = Files.createDirectories(folder.resolve("srv/sub")).getParent();
		Files.writeString(Files.createDirectories(folder.resolve("srv-old")).resolve("secret"), "x");
		Files.createSymbolicLink(root.resolve("link"), folder.resolve("srv-old/secret"));
		final var kind = new Kind("tftp");
		try (var driver = make(kind, root)) {
			final var bound = server(driver).start();
			final var failure = assertThrows(TftpClient.Refused.class, () -> new TftpClient(bound).get(name, bytes -> { }));
			assertEquals(2, failure.code(), "which U-Boot takes as final");
			assertFalse(failure.getMessage().contains(folder.toString()));
		}
	}

	@Test
	void namesWithDotsAreJustNames() throws Exception {
		final var kind = new Kind("tftp");
		Files.writeString(folder.resolve("boot.img"), "1");
		Files.writeString(folder.resolve("file..name.txt"), "2");
		try (var driver = make(kind, folder)) {
			final var bound = server(driver).start();
			assertArrayEquals("1".getBytes(), kind.fetch(bound, "boot.img"));
			assertArrayEquals("2".getBytes(), kind.fetch(bound, "file..name.txt"));
		}
	}

	@Test
	void aBoardWritesByTftpOnlyWhereItMay() throws Exception {
		context = new FakeContext(folder);
		final Path root = folder.resolve("srv");
		for (final boolean writable : new boolean[] {false, true}) {
			try (var driver = new Kind("tftp").create(context, root, "127.0.0.1", 0, "", writable)) {
				final var bound = server(driver).start();
				final var client = new TFTPClient();
				client.open();
				try (var in = new java.io.ByteArrayInputStream(new byte[1500])) {
					client.sendFile("dump.bin", TFTP.BINARY_MODE, in, bound.getAddress(), bound.getPort());
					assertTrue(writable);
				} catch (IOException e) {
					assertFalse(writable, e.getMessage());
				} finally {
					client.close();
				}
				if (writable) {
					while (server(driver).transfers().getFirst().outcome() != Outcome.DONE) {
						Thread.sleep(5);
					}
					assertTrue(server(driver).transfers().getFirst().upload());
				}
			}
			assertEquals(writable, Files.exists(root.resolve("dump.bin")));
		}
		assertEquals(1500, Files.size(root.resolve("dump.bin")));
	}
}
