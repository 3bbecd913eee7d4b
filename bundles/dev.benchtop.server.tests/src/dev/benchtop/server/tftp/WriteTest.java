package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.server.tftp.client.TftpClient;

@DisplayName("Requests to write (RFC 1350, 2347, 7440)")
class WriteTest {

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

	private void restart(TftpFolder.Access access, TftpSettings settings) throws Exception {
		bed.close();
		bed = new Bed(root, access, settings);
	}

	private long files() throws Exception {
		try (var list = Files.list(root)) {
			return list.count();
		}
	}

	@ParameterizedTest
	@CsvSource({ "512, 1", "512, 64", "1468, 16", "8, 5", "8192, 3", "65464, 2", "65464, 64" })
	@DisplayName("RFC 1350 §6, RFC 7440 §4: files of all sizes arrive")
	void sizes(int blockSize, int window) throws Exception {
		for (final int size : new int[] { 0, 1, blockSize - 1, blockSize, blockSize + 1, 2 * blockSize, 40_000 / blockSize * blockSize, 300_001 }) {
			final var content = new byte[Math.min(size, blockSize * 3000)];
			java.util.Arrays.fill(content, (byte) size);
			Bed.put(bed.client().sizes(blockSize, window), "new", content);
			assertArrayEquals(content, Files.readAllBytes(root.resolve("new")), size + " bytes");
			assertEquals(content.length, bed.end().transfer().done());
			Files.delete(root.resolve("new"));
		}
		assertEquals(0, files());
	}

	@Test
	@DisplayName("RFC 1350 §4: without options block 0 is acknowledged, with options they are; tsize is said back")
	void answers() throws Exception {
		try (var wire = bed.wire().write("a", "octet")) {
			final var reply = wire.receive();
			assertEquals(Packet.ACK, reply.operation());
			assertEquals(0, reply.number());
		}
		try (var wire = bed.wire().write("b", "octet", "TSIZE", "7", "blksize", "100", "windowsize", "9", "timeout", "2")) {
			assertEquals(Map.of("TSIZE", "7", "blksize", "100", "windowsize", "9", "timeout", "2"), wire.oack());
		}
	}

	@Test
	@DisplayName("Nothing is to be seen under the name before the file is complete, and nothing stays of one that is not")
	void staged() throws Exception {
		try (var wire = bed.wire().write("a", "octet")) {
			wire.receive();
			wire.data(1, new byte[512]);
			assertEquals(1, wire.receive().number());
			assertFalse(Files.exists(root.resolve("a")));
			try (var other = bed.wire().read("a", "octet")) {
				assertEquals(1, other.receive().number());
			}
			wire.error(0, "gone");
			assertEquals(TftpEnd.FAILED, bed.end().end());
		}
		bed.close();
		assertEquals(0, files());
		bed = Bed.writable(root);
	}

	@Test
	@DisplayName("A file that a client stops to send, and one that is under way when the server stops, leave nothing")
	void givenUp() throws Exception {
		restart(TftpFolder.Access.CREATE, TftpSettings.defaults().withGiveUp(Duration.ofMillis(400)));
		try (var wire = bed.wire().write("a", "octet"); var other = bed.wire()) {
			wire.receive();
			wire.data(1, new byte[512]);
			assertEquals(TftpEnd.FAILED, bed.end().end());
			other.write("b", "octet").receive();
			other.data(1, new byte[512]);
			assertEquals(1, other.receive().number());
			bed.close();
			assertEquals(0, other.receive().number());
		}
		assertEquals(0, files());
		bed = Bed.writable(root);
	}

	@Test
	@DisplayName("RFC 1350 §5: a file that is there is error 6, unless the server may replace it")
	void exists() throws Exception {
		final var old = bed.file("a", 10);
		assertEquals(6, assertThrows(TftpClient.Refused.class, () -> Bed.put(bed.client(), "a", new byte[3])).code());
		assertArrayEquals(old, Files.readAllBytes(root.resolve("a")));
		restart(TftpFolder.Access.REPLACE, TftpSettings.defaults());
		Bed.put(bed.client(), "a", new byte[3]);
		assertEquals(3, Files.size(root.resolve("a")));
	}

	@Test
	@DisplayName("Of two clients that send the same name the second one is told so at the end, and the first file stays")
	void race() throws Exception {
		try (var one = bed.wire().write("a", "octet"); var two = bed.wire().write("a", "octet")) {
			one.receive();
			two.receive();
			one.data(1, new byte[] { 1 });
			assertEquals(1, one.receive().number());
			two.data(1, new byte[] { 2 });
			final var reply = two.receive();
			assertEquals(Packet.ERROR, reply.operation());
			assertEquals(6, reply.number());
		}
		assertArrayEquals(new byte[] { 1 }, Files.readAllBytes(root.resolve("a")));
		assertEquals(1, files());
	}

	@Test
	@DisplayName("RFC 2349: a file over the limit is error 3, by what the client says and by what it sends")
	void quota() throws Exception {
		restart(TftpFolder.Access.CREATE, TftpSettings.defaults().withMaxUpload(1000));
		final var said = assertThrows(TftpClient.Refused.class, () -> Bed.put(bed.client().option("tsize", 1001), "a", new byte[1001]));
		assertEquals(3, said.code());
		final var sent = assertThrows(TftpClient.Refused.class, () -> Bed.put(bed.client(), "a", new byte[1001]));
		assertEquals(3, sent.code());
		Bed.put(bed.client().option("tsize", 1000), "a", new byte[1000]);
		assertEquals(1000, Files.size(root.resolve("a")));
	}

	@Test
	@DisplayName("A folder that is not there is error 1; one that is there is written to")
	void folders() throws Exception {
		assertEquals(1, assertThrows(TftpClient.Refused.class, () -> Bed.put(bed.client(), "dumps/a", new byte[1])).code());
		Files.createDirectory(root.resolve("dumps"));
		Bed.put(bed.client(), "dumps/a", new byte[1]);
		assertTrue(Files.exists(root.resolve("dumps/a")));
	}

	@Test
	@DisplayName("RFC 1350 §6: the last block is acknowledged again when it comes again, after the end too")
	void dally() throws Exception {
		try (var wire = bed.wire().write("a", "octet")) {
			wire.receive();
			for (int i = 0; i < 3; i++) {
				wire.data(1, new byte[] { 5 });
				final var reply = wire.receive();
				assertEquals(Packet.ACK, reply.operation());
				assertEquals(1, reply.number());
			}
		}
		assertArrayEquals(new byte[] { 5 }, Files.readAllBytes(root.resolve("a")));
		assertEquals(TftpEnd.DONE, bed.end().end());
	}

	@Test
	@DisplayName("RFC 7440 §4: after the end any block of the last window that comes again has the last one acknowledged again, older ones do not")
	void dallyInWindows() throws Exception {
		try (var wire = bed.wire().write("a", "octet", "windowsize", "4")) {
			wire.oack();
			for (int block = 1; block <= 4; block++) {
				wire.data(block, new byte[512]);
			}
			assertEquals(4, wire.receive().number());
			for (int block = 5; block <= 7; block++) {
				wire.data(block, new byte[block == 7 ? 10 : 512]);
			}
			assertEquals(7, wire.receive().number());
			wire.data(2, new byte[512]);
			assertTrue(wire.quiet(50));
			for (int block = 4; block <= 7; block++) {
				wire.data(block, new byte[512]);
				assertEquals(7, wire.receive().number());
			}
			assertEquals(6 * 512 + 10, Files.size(root.resolve("a")));
		}
	}

	@Test
	@DisplayName("A file that arrived has ended once, whatever its client asks for next and when the server stops")
	void endedOnce() throws Exception {
		try (var wire = bed.wire()) {
			for (final var name : new String[] { "a", "b" }) {
				wire.write(name, "octet").receive();
				wire.data(1, new byte[5]);
				assertEquals(1, wire.receive().number());
				assertEquals(TftpEnd.DONE, bed.end().end());
			}
			bed.close();
			assertTrue(wire.quiet(50));
		}
		assertTrue(bed.ended.isEmpty());
		bed = Bed.writable(root);
	}

	@Test
	@DisplayName("RFC 7440 §4: a gap is told of at once by the last block in order, once; the window then starts anew")
	void gap() throws Exception {
		try (var wire = bed.wire().write("a", "octet", "windowsize", "4", "blksize", "8", "timeout", "9")) {
			wire.oack();
			wire.data(1, new byte[8]);
			wire.data(3, new byte[8]);
			wire.data(4, new byte[8]);
			assertEquals(1, wire.receive().number());
			assertTrue(wire.quiet(50));
			for (int block = 2; block <= 5; block++) {
				wire.data(block, new byte[8]);
			}
			assertEquals(5, wire.receive().number());
			wire.data(6, new byte[0]);
			assertEquals(6, wire.receive().number());
		}
		assertEquals(40, Files.size(root.resolve("a")));
	}

	@Test
	@DisplayName("RFC 1350 §2: what was acknowledged last is said again when nothing comes")
	void repeated() throws Exception {
		try (var prompt = Bed.prompt(root); var wire = prompt.wire().write("a", "octet")) {
			assertEquals(0, wire.receive().number());
			assertEquals(0, wire.receive().number());
			wire.data(1, new byte[512]);
			assertEquals(1, wire.receive().number());
			assertEquals(1, wire.receive().number());
		}
	}

	@Test
	@DisplayName("RFC 1350 §5: a block longer than agreed on is error 4")
	void tooLong() throws Exception {
		try (var wire = bed.wire().write("a", "octet")) {
			wire.receive();
			wire.data(1, new byte[513]);
			assertEquals(4, wire.receive().number());
		}
	}

	@Test
	@DisplayName("Past 32 MiB at 512 bytes, or past 65535 blocks of 8, block 0 follows")
	void rollover() throws Exception {
		final var content = new byte[65536 * 8 + 20];
		new java.util.Random(1).nextBytes(content);
		Bed.put(bed.client().sizes(8, 64), "a", content);
		assertArrayEquals(content, Files.readAllBytes(root.resolve("a")));
	}
}
