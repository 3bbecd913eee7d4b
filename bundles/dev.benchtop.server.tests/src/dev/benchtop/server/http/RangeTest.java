package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110, section 14. */
class RangeTest {

	private static final int SIZE = 1_000_000;

	@TempDir
	Path folder;
	private final byte[] content = ReadingTest.random(SIZE);
	private Web web;

	@BeforeEach
	void start() throws Exception {
		Files.write(folder.resolve("Image"), content);
		web = new Web(folder);
	}

	@AfterEach
	void stop() {
		web.close();
	}

	@ParameterizedTest
	@CsvSource({"0-0, 0, 0", "0-499999, 0, 499999", "999999-, 999999, 999999", "-1, 999999, 999999", "-5000000, 0, 999999", "500-99999999, 500, 999999"})
	void aPartIsSentAlone(String range, int first, int last) throws Exception {
		final var reply = web.get("/Image", "Range: bytes=" + range);
		assertEquals(206, reply.status());
		assertEquals("bytes " + first + '-' + last + "/1000000", reply.field("Content-Range"));
		assertArrayEquals(Arrays.copyOfRange(content, first, last + 1), reply.body());
	}

	@ParameterizedTest
	@ValueSource(strings = {"bytes=1000000-", "bytes=1000000-1000001", "bytes=-0"})
	void whatIsNotThereIsRefusedWithTheSize(String range) throws Exception {
		final var reply = web.get("/Image", "Range: " + range);
		assertEquals(416, reply.status());
		assertEquals("bytes */1000000", reply.field("Content-Range"));
	}

	@ParameterizedTest
	@ValueSource(strings = {"bytes", "bytes=", "bytes=-", "bytes=2-1", "bytes=a-b", "lines=1-2", "bytes=1-2x", "bytes=0-,0-,0-", "bytes=99999999999999999999-"})
	void whatIsNoRangeIsIgnored(String range) throws Exception {
		final var reply = web.get("/Image", "Range: " + range);
		assertEquals(200, reply.status());
		assertArrayEquals(content, reply.body());
	}

	@Test
	void severalPartsComeInOneBody() throws Exception {
		final var reply = web.get("/Image", "Range: bytes=0-9, 500-509,-10");
		assertEquals(206, reply.status());
		final String boundary = reply.field("Content-Type").replaceFirst("multipart/byteranges; boundary=", "");
		final String text = new String(reply.body(), java.nio.charset.StandardCharsets.ISO_8859_1);
		final String[] parts = text.split("\r\n--" + boundary);
		assertEquals(5, parts.length);
		assertEquals("--\r\n", parts[4]);
		assertPart(parts[1], "bytes 0-9/1000000", 0);
		assertPart(parts[2], "bytes 500-509/1000000", 500);
		assertPart(parts[3], "bytes 999990-999999/1000000", 999_990);
	}

	private void assertPart(String part, String range, int first) {
		assertTrue(part.contains("\r\nContent-Range: " + range + "\r\n"), part);
		assertEquals(new String(content, first, 10, java.nio.charset.StandardCharsets.ISO_8859_1), part.substring(part.indexOf("\r\n\r\n") + 4));
	}

	@Test
	void aPartOfAnotherVersionIsNotSent() throws Exception {
		final var first = web.ask("HEAD", "/Image");
		assertEquals(206, web.get("/Image", "Range: bytes=5-", "If-Range: " + first.field("ETag")).status());
		assertEquals(206, web.get("/Image", "Range: bytes=5-", "If-Range: " + first.field("Last-Modified")).status());
		assertEquals(200, web.get("/Image", "Range: bytes=5-", "If-Range: \"other\"").status());
		assertEquals(200, web.get("/Image", "Range: bytes=5-", "If-Range: W/" + first.field("ETag")).status());
		assertEquals(200, web.get("/Image", "Range: bytes=5-", "If-Range: Sat, 01 Jan 2000 00:00:00 GMT").status());
	}

	@Test
	void curlGoesOnWhereItStopped() throws Exception {
		Files.write(folder.resolve("half"), Arrays.copyOf(content, 400_001));
		final var result = Web.curl(folder, "-C", "-", "-o", "half", web.url("/Image"));
		assertEquals(0, result.exit(), result.err());
		assertArrayEquals(content, Files.readAllBytes(folder.resolve("half")));
		assertEquals(SIZE - 400_001, web.nextEnd().done());
	}

	@Test
	void partsBeyondFourGigabytesAreFound() throws Exception {
		final Path large = folder.resolve("large");
		try (var channel = Files.newByteChannel(large, java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.WRITE)) {
			channel.position(5L << 30);
			channel.write(java.nio.ByteBuffer.wrap("end".getBytes()));
		}
		final var reply = web.get("/large", "Range: bytes=" + ((5L << 30) - 1) + '-');
		assertEquals("\0end", reply.text());
		assertEquals(Long.toString((5L << 30) + 3), web.ask("HEAD", "/large").field("Content-Length"));
	}
}
