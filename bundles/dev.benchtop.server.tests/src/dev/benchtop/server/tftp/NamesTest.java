package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("Names that try to get out, read and written: error 2 (RFC 1350, section 5)")
class NamesTest {

	@TempDir
	Path folder;
	private Bed bed;

	@BeforeEach
	void start() throws Exception {
		Files.writeString(folder.resolve("secret.txt"), "secret");
		Files.writeString(Files.createDirectory(folder.resolve("root-sibling")).resolve("secret.txt"), "secret");
		bed = Bed.writable(Files.createDirectory(folder.resolve("root")));
		bed.file("sub/inside.txt", 10);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	static Stream<String> attacks() {
		return Stream.of("..", "../secret.txt", "../../../etc/passwd", "x/../../../y", "x/..", "sub/../../secret.txt", "sub/../sub/inside.txt", "./..",
				"sub/..", "/etc/passwd", "/", "//etc/passwd", "/secret.txt", "..\\secret.txt", "sub\\..\\..\\secret.txt", "\\etc\\passwd",
				"sub\\inside.txt", "../root-sibling/secret.txt", "C:\\Windows\\win.ini", "C:/Windows/win.ini", "c:secret.txt", "\\\\host\\share\\x",
				"con", "CON", "nul", "NUL.txt", "aux.tar.gz", "sub/PRN", "com1", "COM9.log", "lpt1", "LPT3.x", "conin$", "CONOUT$", "nul ", "aux:stream",
				"a\nb", "a\tb", "\u001b[2J", "\u007f", "a".repeat(256), "sub/" + "ü".repeat(128), "a/".repeat(400) + "b");
	}

	@ParameterizedTest
	@MethodSource("attacks")
	@DisplayName("read")
	void read(String name) throws Exception {
		try (var wire = bed.wire().read(name, "octet")) {
			refused(wire.receive());
		}
		assertFalse(bed.refused.take().isEmpty());
	}

	@ParameterizedTest
	@MethodSource("attacks")
	@DisplayName("write")
	void write(String name) throws Exception {
		try (var wire = bed.wire().write(name, "octet")) {
			refused(wire.receive());
		}
		assertArrayEquals("secret".getBytes(), Files.readAllBytes(folder.resolve("secret.txt")));
	}

	private void refused(Wire.Reply reply) {
		assertEquals(Packet.ERROR, reply.operation());
		assertEquals(2, reply.number());
		assertFalse(reply.text().contains(folder.toString()));
	}

	@Test
	@DisplayName("not UTF-8")
	void notUtf8() throws Exception {
		for (final var name : new byte[][] { { (byte) 0xff }, { 'a', (byte) 0xc3 }, { (byte) 0xc0, (byte) 0xae, '/', 'x' },
				{ (byte) 0xed, (byte) 0xa0, (byte) 0x80 } }) {
			try (var wire = bed.wire().raw(request(name))) {
				refused(wire.receive());
			}
		}
	}

	@Test
	@DisplayName("a NUL in the name ends it: what follows is the mode, and is none")
	void nul() throws Exception {
		try (var wire = bed.wire().raw(request("sub/inside.txt\0../../secret.txt".getBytes()))) {
			assertEquals(4, wire.receive().number());
		}
	}

	@Test
	@DisplayName("links that leave the folder, as file and as folder; links that stay are served")
	void links() throws Exception {
		Files.createSymbolicLink(bed.root.resolve("file-out"), folder.resolve("secret.txt"));
		Files.createSymbolicLink(bed.root.resolve("relative-out"), Path.of("../secret.txt"));
		Files.createSymbolicLink(bed.root.resolve("folder-out"), folder.resolve("root-sibling"));
		Files.createSymbolicLink(bed.root.resolve("absolute"), Path.of("/etc"));
		Files.createSymbolicLink(bed.root.resolve("in"), Path.of("sub/inside.txt"));
		Files.createSymbolicLink(bed.root.resolve("dangling-out"), folder.resolve("new.txt"));
		for (final var name : new String[] { "file-out", "relative-out", "folder-out/secret.txt", "absolute/passwd" }) {
			try (var wire = bed.wire().read(name, "octet")) {
				refused(wire.receive());
			}
		}
		for (final var name : new String[] { "folder-out/new.txt", "absolute/new.txt" }) {
			try (var wire = bed.wire().write(name, "octet")) {
				refused(wire.receive());
			}
		}
		for (final var name : new String[] { "dangling-out", "file-out" }) {
			try (var wire = bed.wire().write(name, "octet")) {
				assertEquals(6, wire.receive().number());
			}
		}
		assertFalse(Files.exists(folder.resolve("new.txt")));
		assertFalse(Files.exists(folder.resolve("root-sibling/new.txt")));
		assertArrayEquals(Files.readAllBytes(bed.root.resolve("sub/inside.txt")), Bed.get(bed.client(), "in"));
	}

	@Test
	@DisplayName("the folder itself may be a link")
	void linkedRoot() throws Exception {
		final var link = Files.createSymbolicLink(folder.resolve("link"), bed.root);
		try (var other = Bed.reading(link)) {
			assertEquals(10, Bed.get(other.client(), "sub/inside.txt").length);
			try (var wire = other.wire().read("../secret.txt", "octet")) {
				refused(wire.receive());
			}
		}
	}

	@Test
	@DisplayName("devices and pipes of this machine are no files")
	void special() throws Exception {
		final var pipe = bed.root.resolve("pipe");
		assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
		try (var wire = bed.wire().read("pipe", "octet")) {
			assertEquals(1, wire.receive().number());
		}
		assertTrue(Files.exists(pipe));
	}

	private static byte[] request(byte[] name) {
		final var bytes = new ByteArrayOutputStream();
		bytes.writeBytes(new byte[] { 0, 1 });
		bytes.writeBytes(name);
		bytes.writeBytes("\0octet\0".getBytes(StandardCharsets.US_ASCII));
		return bytes.toByteArray();
	}
}
