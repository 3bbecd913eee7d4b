package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.server.tftp.client.BootLoader;
import dev.benchtop.testing.Needs;

@DisplayName("U-Boot in QEMU")
class UbootTest {

	private static final int SIZE = (4 << 20) + 5;

	@TempDir
	Path root;

	@Test
	@DisplayName("Loads a file with windows of 1, 16 and 64 without waiting for anything that got lost")
	void windows() throws Exception {
		Needs.programs(BootLoader.PROGRAM);
		Needs.that(Files.exists(Path.of(BootLoader.FIRMWARE)), "u-boot-qemu");
		final var content = new byte[SIZE];
		new Random(SIZE).nextBytes(content);
		Files.write(root.resolve("image"), content);
		final var expected = new CRC32();
		expected.update(content);
		try (var server = server(); var machine = BootLoader.start()) {
			for (final int window : new int[] { 1, 16, 64 }) {
				final var said = machine.load(server.address().getAddress(), "image", 1468, window);
				assertTrue(said.contains("Bytes transferred = " + SIZE), said);
				assertFalse(said.contains("T "), said);
				assertTrue(machine.check().contains(String.format("==> %08x", expected.getValue())));
			}
		}
	}

	/** An address of this test alone, so that nothing else has its port 69. */
	private TftpServer server() throws Exception {
		final var random = new Random();
		final var host = "127." + random.nextInt(64, 250) + '.' + random.nextInt(250) + '.' + random.nextInt(1, 250);
		try {
			return TftpServer.start(new InetSocketAddress(host, 69), new TftpFolder(root, TftpFolder.Access.READ), TftpSettings.defaults(),
					new TftpListener() {
					});
		} catch (final SocketException e) {
			Needs.that(false, "the right for port 69");
			throw e;
		}
	}
}
