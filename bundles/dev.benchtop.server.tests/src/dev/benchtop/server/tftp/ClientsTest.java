package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.apache.commons.net.tftp.TFTP;
import org.apache.commons.net.tftp.TFTPClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.testing.Needs;

@DisplayName("Clients of others")
class ClientsTest {

	private static final int SIZE = 3_000_000;

	@TempDir
	Path folder;
	private Bed bed;
	private byte[] content;

	@BeforeEach
	void start() throws Exception {
		bed = Bed.writable(Files.createDirectory(folder.resolve("root")));
		content = bed.file("boot/Image", SIZE);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	/** Runs a command where it is installed, and wants it to succeed. */
	private String run(String input, String... command) throws Exception {
		Needs.programs(command[0]);
		final var process = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
		try (var to = process.outputWriter()) {
			to.write(input);
		}
		final var said = new String(process.getInputStream().readAllBytes());
		assertTrue(process.waitFor(20, TimeUnit.SECONDS));
		assertEquals(0, process.exitValue(), said);
		return said;
	}

	private String port() {
		return Integer.toString(bed.server.address().getPort());
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 512, 1468, 8192, 65464 })
	@DisplayName("curl, with and without a block size")
	void curl(int blockSize) throws Exception {
		final var command = new ArrayList<>(List.of("curl", "-sS", "-o", "out"));
		if (blockSize == 0) {
			command.add("--tftp-no-options");
		} else {
			command.addAll(List.of("--tftp-blksize", Integer.toString(blockSize)));
		}
		command.add("tftp://127.0.0.1:" + port() + "/boot/Image");
		run("", command.toArray(String[]::new));
		assertArrayEquals(content, Files.readAllBytes(folder.resolve("out")));
		assertEquals(TftpEnd.DONE, bed.end().end());
	}

	@Test
	@DisplayName("curl sends a file")
	void curlUpload() throws Exception {
		Files.write(folder.resolve("in"), content);
		run("", "curl", "-sS", "-T", "in", "tftp://127.0.0.1:" + port() + "/new");
		assertArrayEquals(content, Files.readAllBytes(bed.root.resolve("new")));
	}

	@ParameterizedTest
	@CsvSource({ "512, 1", "1468, 1", "1468, 16", "8192, 64" })
	@DisplayName("atftp, with block sizes and windows")
	void atftp(String blockSize, String window) throws Exception {
		run("", "atftp", "--option", "blksize " + blockSize, "--option", "windowsize " + window, "--option", "tsize", "-g", "-r", "boot/Image", "-l",
				folder.resolve("out").toString(), "127.0.0.1", port());
		assertArrayEquals(content, Files.readAllBytes(folder.resolve("out")));
		final var options = bed.end().transfer().options();
		assertEquals(blockSize, options.getOrDefault("blksize", "512"));
		assertEquals(window, options.getOrDefault("windowsize", "1"));
	}

	@Test
	@DisplayName("atftp sends a file in windows")
	void atftpUpload() throws Exception {
		Files.write(folder.resolve("in"), content);
		run("", "atftp", "--option", "blksize 1468", "--option", "windowsize 8", "-p", "-r", "new", "-l", folder.resolve("in").toString(),
				"127.0.0.1", port());
		assertArrayEquals(content, Files.readAllBytes(bed.root.resolve("new")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "binary", "ascii" })
	@DisplayName("tftp-hpa, both modes, both ways")
	void tftpHpa(String mode) throws Exception {
		final var text = "one\ntwo\r\nthree\r\n\n".repeat(5000).getBytes();
		Files.write(bed.root.resolve("text"), text);
		run("mode " + mode + "\nget text\nput text new\nquit\n", "tftp", "127.0.0.1", port());
		assertArrayEquals(text, Files.readAllBytes(folder.resolve("text")));
		assertArrayEquals(text, Files.readAllBytes(bed.root.resolve("new")));
	}

	@Test
	@DisplayName("commons-net, both ways")
	void commonsNet() throws Exception {
		final var client = new TFTPClient();
		client.open();
		try {
			final var received = new ByteArrayOutputStream();
			client.receiveFile("boot/Image", TFTP.BINARY_MODE, received, bed.server.address().getAddress(), bed.server.address().getPort());
			assertArrayEquals(content, received.toByteArray());
			client.sendFile("new", TFTP.BINARY_MODE, new ByteArrayInputStream(content), bed.server.address().getAddress(),
					bed.server.address().getPort());
			assertArrayEquals(content, Files.readAllBytes(bed.root.resolve("new")));
		} finally {
			client.close();
		}
	}
}
