package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.server.tftp.client.Relay;
import dev.benchtop.server.tftp.client.TftpClient;

@DisplayName("netascii (RFC 1350 §5, RFC 764)")
class NetasciiTest {

	@TempDir
	Path root;
	private Bed bed;

	@BeforeEach
	void start() throws Exception {
		bed = Bed.writable(root);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	private static byte[] text(int size) {
		final var random = new Random(size);
		final var bytes = new byte[size];
		for (int i = 0; i < size; i++) {
			bytes[i] = "ab\n\r\0".getBytes()[random.nextInt(5)];
		}
		return bytes;
	}

	private static byte[] wired(byte[] text) {
		final var wired = new ByteArrayOutputStream();
		for (final byte b : text) {
			switch (b) {
			case '\n' -> wired.writeBytes(new byte[] { '\r', '\n' });
			case '\r' -> wired.writeBytes(new byte[] { '\r', 0 });
			default -> wired.write(b);
			}
		}
		return wired.toByteArray();
	}

	@ParameterizedTest
	@CsvSource({ "0, 512, 1", "1, 512, 1", "400, 8, 1", "5000, 512, 1", "5001, 512, 16", "200000, 1468, 64", "200000, 65464, 1", "3000, 9, 3" })
	@DisplayName("Line feeds go as CR LF, carriage returns as CR NUL, and back, across all borders of blocks")
	void bothWays(int size, int blockSize, int window) throws Exception {
		final var text = text(size);
		Files.write(root.resolve("a"), text);
		final var wired = Bed.get(bed.client().mode("netascii").sizes(blockSize, window), "a");
		assertArrayEquals(wired(text), wired);
		Bed.put(bed.client().mode("netascii").sizes(blockSize, window), "b", wired);
		assertArrayEquals(text, Files.readAllBytes(root.resolve("b")));
	}

	@Test
	@DisplayName("A lone CR before something else, and one at the end, stay")
	void lone() throws Exception {
		Bed.put(bed.client().mode("netascii"), "a", "a\rb\r\r\n\r".getBytes());
		assertArrayEquals("a\rb\r\n\r".getBytes(), Files.readAllBytes(root.resolve("a")));
	}

	@Test
	@DisplayName("Blocks that got lost come again with the same content")
	void lossy() throws Exception {
		final var text = text(150_000);
		Files.write(root.resolve("a"), text);
		final long seed = System.nanoTime();
		try (var prompt = Bed.prompt(root); var relay = new Relay(prompt.server.address(), new Relay.Faults(30, 10, 10, 5), seed)) {
			final var client = new TftpClient(relay.address()).mode("netascii").sizes(1000, 16).patience(300, 20_000);
			assertArrayEquals(wired(text), Bed.get(client, "a"), "seed " + seed);
		}
	}

	@Test
	@DisplayName("Any place of the text can be read in any order")
	void places() throws Exception {
		final var text = text(300_000);
		final var wired = wired(text);
		Files.write(root.resolve("a"), text);
		final var random = new Random(3);
		try (var source = new NetasciiSource(new OctetSource(FileChannel.open(root.resolve("a"))))) {
			for (int i = 0; i < 60; i++) {
				final int from = random.nextInt(wired.length + 1);
				final var part = ByteBuffer.allocate(random.nextInt(20_000));
				source.read(part, from);
				final int end = Math.min(wired.length, from + part.capacity());
				assertEquals(end - from, part.position());
				assertArrayEquals(Arrays.copyOfRange(wired, from, end), Arrays.copyOf(part.array(), end - from));
			}
		}
	}
}
