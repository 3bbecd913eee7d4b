package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Requests (RFC 1350)")
class RequestTest {

	@TempDir
	Path root;
	private Bed bed;

	@BeforeEach
	void start() throws Exception {
		bed = Bed.reading(root);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	@Test
	@DisplayName("RFC 1350 §4: a read request is answered by block 1 from a new port of the address that was asked")
	void read() throws Exception {
		final var content = bed.file("a.bin", 700);
		try (var wire = bed.wire().read("a.bin", "octet")) {
			final var first = wire.receive();
			assertTrue(first.data(1));
			final var from = (InetSocketAddress) first.from();
			assertEquals(bed.server.address().getAddress(), from.getAddress());
			assertNotEquals(bed.server.address().getPort(), from.getPort());
			wire.ack(1);
			final var second = wire.receive();
			assertTrue(second.data(2));
			wire.ack(2);
			assertArrayEquals(content, ByteBuffer.allocate(700).put(first.content()).put(second.content()).array());
		}
		final var end = bed.end();
		assertEquals(TftpEnd.DONE, end.end());
		assertEquals(700, end.transfer().done());
		assertEquals(700, end.transfer().total());
		assertEquals(0, end.transfer().retransmits());
	}

	@Test
	@DisplayName("RFC 1350 §5: a file that is not there is error 1, without a path of this machine")
	void missing() throws Exception {
		for (final var name : new String[] { "nothing.bin", "no/such/folder.bin" }) {
			try (var wire = bed.wire().read(name, "octet")) {
				final var reply = wire.receive();
				assertEquals(Packet.ERROR, reply.operation());
				assertEquals(1, reply.number());
				assertFalse(reply.text().contains(root.toString()), reply.text());
				assertFalse(reply.text().contains("/"), reply.text());
				assertEquals(0, reply.content()[reply.content().length - 1]);
			}
			assertEquals(name, bed.missing.take());
		}
	}

	@Test
	@DisplayName("A folder is no file: error 1")
	void folder() throws Exception {
		Files.createDirectories(root.resolve("boot"));
		for (final var name : new String[] { "boot", "boot/", ".", "./" }) {
			try (var wire = bed.wire().read(name, "octet")) {
				assertEquals(1, wire.receive().number(), name);
			}
		}
	}

	@Test
	@DisplayName("A file without the right to read it: error 2, or served to root, and nothing of the path")
	void unreadable() throws Exception {
		bed.file("secret", 10);
		root.resolve("secret").toFile().setReadable(false);
		try (var wire = bed.wire().read("secret", "octet")) {
			final var reply = wire.receive();
			assertTrue(reply.data(1) || reply.number() == 2 && !reply.text().contains("secret"), reply.toString());
			wire.ack(1);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "pxelinux.cfg/default", "boot/Image", "a/b/c/d.dtb", "file..name.txt", "boot.img", "..a", "a..", "ümläut/日本.bin",
			"with space", "a//b", "./x", "a/./b" })
	@DisplayName("Names with folders and with harmless dots are served")
	void names(String name) throws Exception {
		final var content = bed.file(name, 33);
		assertArrayEquals(content, Bed.get(bed.client(), name));
	}

	@ParameterizedTest
	@ValueSource(strings = { "octet", "OCTET", "Octet", "netascii", "NetASCII" })
	@DisplayName("RFC 1350 §5: the mode may be written in any case")
	void modes(String mode) throws Exception {
		final var content = "plain".getBytes(StandardCharsets.US_ASCII);
		Files.write(root.resolve("a"), content);
		assertArrayEquals(content, Bed.get(bed.client().mode(mode), "a"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "mail", "binary", "", "octet ", "\u0101" })
	@DisplayName("RFC 1350 §5: another mode is error 4")
	void unknownMode(String mode) throws Exception {
		bed.file("a", 1);
		try (var wire = bed.wire().read("a", mode)) {
			assertEquals(4, wire.receive().number());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 3, 4, 6, 7, 255, 0x0101, 0x0701, 0xffff })
	@DisplayName("RFC 1350 §5: what is no request is error 4 at the port for requests")
	void operations(int operation) throws Exception {
		bed.file("a", 1);
		try (var wire = bed.wire().request(operation, "a", "octet")) {
			assertEquals(4, wire.receive().number());
		}
	}

	@Test
	@DisplayName("RFC 1350 §2: an error packet is never answered")
	void errorToDoor() throws Exception {
		try (var wire = bed.wire().request(Packet.ERROR, "\0\0", "x")) {
			assertTrue(wire.quiet(300));
		}
	}

	@Test
	@DisplayName("Malformed: too short, no end of the name, no mode, no name: error 4, and the server serves on")
	void malformed() throws Exception {
		bed.file("a", 1);
		for (final var bytes : new byte[][] { {}, { 0 }, { 0, 1 }, { 0, 1, 0 }, { 0, 1, 'a' }, { 0, 1, 'a', 0 }, { 0, 1, 'a', 0, 'o', 'c' },
				{ 0, 1, 0, 'o', 'c', 't', 'e', 't', 0 }, { 1, 2 } }) {
			try (var wire = bed.wire().raw(bytes)) {
				final var reply = wire.receive();
				assertEquals(Packet.ERROR, reply.operation());
				assertEquals(4, reply.number());
			}
		}
		assertEquals(1, Bed.get(bed.client(), "a").length);
	}

	@Test
	@DisplayName("RFC 1350 §5: a request to write is refused by error 2 where nothing may be written")
	void writeRefused() throws Exception {
		try (var wire = bed.wire().write("new", "octet", "blksize", "1024")) {
			assertEquals(2, wire.receive().number());
		}
		assertEquals("new: ACCESS_VIOLATION", bed.refused.take());
		try (var files = Files.list(root)) {
			assertEquals(0, files.count());
		}
	}

	@Test
	@DisplayName("RFC 1350 §2: block 1 comes again until it is acknowledged")
	void repeated() throws Exception {
		final var content = bed.file("a", 100);
		try (var wire = bed.wire().read("a", "octet", "timeout", "1")) {
			assertEquals("1", wire.oack().get("timeout"));
			wire.ack(0);
			for (int i = 0; i < 3; i++) {
				final var reply = wire.receive();
				assertTrue(reply.data(1));
				assertArrayEquals(content, reply.content());
			}
			wire.ack(1);
			final var end = bed.end();
			assertEquals(TftpEnd.DONE, end.end());
			assertTrue(end.transfer().retransmits() >= 2);
		}
	}

	@Test
	@DisplayName("A client that never answers is given up, and its port and file are given back")
	void givenUp() throws Exception {
		bed.close();
		bed = new Bed(root, TftpFolder.Access.READ, TftpSettings.defaults().withGiveUp(Duration.ofMillis(500)));
		bed.file("a", 100);
		try (var wire = bed.wire().read("a", "octet")) {
			assertTrue(wire.receive().data(1));
			final var end = bed.end();
			assertEquals(TftpEnd.FAILED, end.end());
			assertFalse(end.reason().isEmpty());
		}
	}

	@Test
	@DisplayName("RFC 1350 §4: a packet from another port is answered by error 5 and disturbs nothing")
	void unknownTransfer() throws Exception {
		final var content = bed.file("a", 1000);
		try (var wire = bed.wire().read("a", "octet"); var stranger = bed.wire()) {
			assertTrue(wire.receive().data(1));
			stranger.like(wire);
			stranger.ack(1);
			final var reply = stranger.receive();
			assertEquals(Packet.ERROR, reply.operation());
			assertEquals(5, reply.number());
			stranger.error(0, "die");
			assertTrue(stranger.quiet(100));
			wire.ack(1);
			final var second = wire.receive();
			assertTrue(second.data(2) || second.data(1));
			wire.ack(2);
			assertEquals(TftpEnd.DONE, bed.end().end());
			assertEquals(1000, content.length);
		}
	}

	@Test
	@DisplayName("RFC 1350 §7: an error of the client ends its transfer at once")
	void clientError() throws Exception {
		bed.file("a", 10_000);
		try (var wire = bed.wire().read("a", "octet")) {
			assertTrue(wire.receive().data(1));
			wire.error(3, "disk full here");
			final var end = bed.end();
			assertEquals(TftpEnd.FAILED, end.end());
			assertTrue(end.reason().contains("disk full here"), end.reason());
			assertTrue(wire.quiet(400));
		}
	}

	@Test
	@DisplayName("RFC 1350 §5: what does not belong into a transfer ends it by error 4")
	void unexpected() throws Exception {
		bed.file("a", 10_000);
		try (var wire = bed.wire().read("a", "octet")) {
			assertTrue(wire.receive().data(1));
			wire.data(1, new byte[3]);
			final var reply = wire.receive();
			assertEquals(4, reply.number());
			assertEquals(TftpEnd.FAILED, bed.end().end());
		}
	}

	@Test
	@DisplayName("A request that was doubled on the way starts one transfer")
	void doubled() throws Exception {
		bed.file("a", 100);
		try (var wire = bed.wire().read("a", "octet").read("a", "octet").read("a", "octet")) {
			assertTrue(wire.receive().data(1));
			wire.ack(1);
			assertEquals(TftpEnd.DONE, bed.end().end());
			assertEquals(1, bed.begun.size());
		}
	}

	@Test
	@DisplayName("More transfers than allowed are told to come back")
	void crowded() throws Exception {
		bed.close();
		bed = new Bed(root, TftpFolder.Access.READ, TftpSettings.defaults().withMaxTransfers(2));
		bed.file("a", 1000);
		try (var one = bed.wire().read("a", "octet"); var two = bed.wire().read("a", "octet"); var three = bed.wire()) {
			assertTrue(one.receive().data(1));
			assertTrue(two.receive().data(1));
			assertEquals(0, three.read("a", "octet").receive().number());
			one.error(0, "done");
			bed.end();
			assertTrue(three.read("a", "octet").receive().data(1));
		}
	}
}
