package dev.benchtop.server;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.FileServer.Outcome;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.core.driver.Driver;
import dev.benchtop.server.tftp.client.TftpClient;

/** What both drivers serve and take. */
class ServedFilesTest {

	@TempDir
	Path folder;
	private ServerContext context;

	private Driver make(ServerKind kind, Path root) throws BenchException {
		context = new ServerContext(folder);
		return kind.create(context, root, "127.0.0.1", 0, "", false);
	}

	@ParameterizedTest
	@EnumSource
	void aPublishedFileComesUnderItsVirtualName(ServerKind kind) throws Exception {
		final Path artifact = Files.writeString(Files.createTempFile(folder, "build", ".img"), "artifact");
		try (var driver = make(kind, folder.resolve("empty"))) {
			final var server = ServerKind.server(driver);
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
	@EnumSource
	void aStorageIsServedInPlaceOfAFolder(ServerKind kind) throws Exception {
		context = new ServerContext(folder);
		try (var zip = FileSystems.newFileSystem(folder.resolve("files.zip"), Map.of("create", "true"))) {
			Files.write(zip.getPath("/Image"), "zipped".getBytes());
			context.with("images", new ZipStorage(zip.getPath("/")));
			try (var driver = kind.create(context, null, "127.0.0.1", 0, "images", false)) {
				final var server = ServerKind.server(driver);
				assertEquals(Map.of(), driver.children());
				assertEquals("images", server.root());
				assertArrayEquals("zipped".getBytes(), kind.fetch(server.start(), "Image"));
			}
		}
		try (var driver = kind.create(context, null, "127.0.0.1", 0, "imagse", false)) {
			final var failure = assertThrows(BenchException.class, () -> ServerKind.server(driver).start());
			assertEquals("There is no storage imagse", failure.what());
		}
		assertThrows(BenchException.class, () -> kind.create(context, folder, "127.0.0.1", 0, "images", false));
	}

	@ParameterizedTest
	@EnumSource
	void theFolderMayGoAndComeBack(ServerKind kind) throws Exception {
		final Path root = folder.resolve("srv");
		try (var driver = make(kind, root)) {
			Files.delete(root);
			Files.writeString(root, "in the way");
			final var failure = assertThrows(BenchException.class, () -> ServerKind.server(driver).start());
			assertTrue(failure.what().startsWith("The folder"), failure.what());
			Files.delete(root);
			final var bound = ServerKind.server(driver).start();
			Files.writeString(root.resolve("Image"), "later");
			assertArrayEquals("later".getBytes(), kind.fetch(bound, "Image"));
		}
	}

	@ParameterizedTest
	@EnumSource
	void whatIsAskedForInVainIsKeptWithNearNames(ServerKind kind) throws Exception {
		Files.writeString(Files.createDirectories(folder.resolve("srv/pxelinux.cfg")).resolve("default"), "");
		try (var driver = make(kind, folder.resolve("srv"))) {
			final var server = ServerKind.server(driver);
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
		final var kind = ServerKind.TFTP;
		try (var driver = make(kind, root)) {
			final var bound = ServerKind.server(driver).start();
			final var failure = assertThrows(TftpClient.Refused.class, () -> new TftpClient(bound).get(name, bytes -> { }));
			assertEquals(2, failure.code(), "which U-Boot takes as final");
			assertFalse(failure.getMessage().contains(folder.toString()));
		}
	}

	@Test
	void namesWithDotsAreJustNames() throws Exception {
		final var kind = ServerKind.TFTP;
		Files.writeString(folder.resolve("boot.img"), "1");
		Files.writeString(folder.resolve("file..name.txt"), "2");
		try (var driver = make(kind, folder)) {
			final var bound = ServerKind.server(driver).start();
			assertArrayEquals("1".getBytes(), kind.fetch(bound, "boot.img"));
			assertArrayEquals("2".getBytes(), kind.fetch(bound, "file..name.txt"));
		}
	}

	@Test
	void aBoardWritesByTftpOnlyWhereItMay() throws Exception {
		context = new ServerContext(folder);
		final Path root = folder.resolve("srv");
		for (final boolean writable : new boolean[] {false, true}) {
			try (var driver = ServerKind.TFTP.create(context, root, "127.0.0.1", 0, "", writable)) {
				final var bound = ServerKind.server(driver).start();
				final var client = new TFTPClient();
				client.open();
				try (var in = new ByteArrayInputStream(new byte[1500])) {
					client.sendFile("dump.bin", TFTP.BINARY_MODE, in, bound.getAddress(), bound.getPort());
					assertTrue(writable);
				} catch (IOException e) {
					assertFalse(writable, e.getMessage());
				} finally {
					client.close();
				}
				if (writable) {
					while (ServerKind.server(driver).transfers().getFirst().outcome() != Outcome.DONE) {
						Thread.sleep(5);
					}
					assertTrue(ServerKind.server(driver).transfers().getFirst().upload());
				}
			}
			assertEquals(writable, Files.exists(root.resolve("dump.bin")));
		}
		assertEquals(1500, Files.size(root.resolve("dump.bin")));
	}

	private record ZipStorage(Path root) implements Storage {
		@Override
		public void test() {
			// always there
		}

		@Override
		public DirectoryStream<Path> scan(Path below) throws IOException {
			return Files.newDirectoryStream(below);
		}

		@Override
		public void deleteTree(Path path) throws IOException {
			Files.delete(path);
		}
	}
}
