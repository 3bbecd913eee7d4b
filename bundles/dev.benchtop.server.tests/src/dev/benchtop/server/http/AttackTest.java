package dev.benchtop.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not work. */
class AttackTest {

	private static final String SECRET = "not for you";

	@TempDir
	Path folder;
	private Path root;
	private Web web;

	@BeforeEach
	void start() throws Exception {
		root = Files.createDirectories(folder.resolve("srv"));
		Files.writeString(folder.resolve("secret"), SECRET);
		Files.writeString(Files.createDirectory(folder.resolve("srv-old")).resolve("secret"), SECRET);
		Files.writeString(root.resolve("plain"), "fine");
		Files.createDirectory(root.resolve("sub"));
		Files.createSymbolicLink(root.resolve("link"), folder.resolve("secret"));
		Files.createSymbolicLink(root.resolve("linked"), folder.resolve("srv-old"));
		Files.createSymbolicLink(root.resolve("inside"), root.resolve("plain"));
		web = Web.writable(root, 1 << 20);
	}

	@AfterEach
	void stop() {
		web.close();
	}

	@ParameterizedTest
	@ValueSource(strings = {"/../secret", "/%2e%2e/secret", "/..%2fsecret", "/sub/../../secret", "/%2e%2e%2fsecret", "/..%5csecret", "/..\\secret", "//etc/passwd",
			"/%2fetc/passwd", "///etc/passwd", "/link", "/linked/secret", "/../srv-old/secret", "/..%00/secret", "/plain%00", "/NUL", "/sub/con.txt", "/COM1",
			"/%252e%252e/secret", "/.benchtop-upload-1", "/plain/", "/plain/x", "http://x/../secret", "/sub/..", "/%c0%ae%c0%ae/secret", "/%", "/%zz", "/\u00ff"})
	void noPathLeadsOut(String path) throws Exception {
		for (final String method : new String[] {"GET", "HEAD", "PUT"}) {
			final var reply = web.ask(method, path, "Content-Length: 0");
			assertTrue(reply.status() == 400 || reply.status() == 403 || reply.status() == 404 || reply.status() == 409
					|| method.equals("PUT") && reply.status() == 201 && path.contains("%252e"), method + ' ' + path + ": " + reply.status());
			assertFalse(reply.text().contains(SECRET));
			assertFalse(reply.text().contains(folder.toString()), "no path of the server is told");
		}
		assertEquals(SECRET, Files.readString(folder.resolve("secret")));
	}

	@Test
	void aLinkThatStaysInsideIsFine() throws Exception {
		assertEquals("fine", web.get("/inside").text());
		assertEquals("fine", web.get("/.//plain").text());
	}

	@ParameterizedTest
	@ValueSource(strings = {"GET /plain\r\n\r\n", "GET  /plain HTTP/1.1\r\nHost: x\r\n\r\n", "GET plain HTTP/1.1\r\nHost: x\r\n\r\n", "GET /plain HTTP/1.1\r\n\r\n",
			"GET /plain HTTP/1.1\r\nHost: x\r\nHost: y\r\n\r\n", "GET /plain HTTP/1.1\r\nHost : x\r\n\r\n", "GET /plain HTTP/1.1\r\nHost: x\r\n folded\r\n\r\n",
			"GET /plain HTTP/2.0\r\nHost: x\r\n\r\n", "PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
			"PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\nhello", "PUT /p HTTP/1.1\r\nHost: x\r\nContent-Length: -5\r\n\r\n",
			"PUT /p HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: gzip\r\n\r\n", "\u0001\u0002\u0003\r\n\r\n", "GET /plain HTTP/1.1\r\nHost: x\r\nA\0b: c\r\n\r\n"})
	void whatIsNoProperRequestIsRefusedAndTheConnectionCloses(String request) throws Exception {
		try (var raw = new RawClient(web.server.address())) {
			raw.send(request);
			final var reply = raw.reply("GET");
			assertTrue(reply.status() == 400 || reply.status() == 501 || reply.status() == 505, request + reply.status());
			assertTrue(raw.ends());
		}
		assertFalse(Files.exists(root.resolve("p")));
		assertEquals("fine", web.get("/plain").text());
	}

	@Test
	void aHeadWithoutEndIsCutOff() throws Exception {
		try (var raw = new RawClient(web.server.address())) {
			raw.send("GET /plain HTTP/1.1\r\nHost: x\r\nX: " + "x".repeat(40_000));
			assertEquals(431, raw.reply("GET").status());
			assertTrue(raw.ends());
		}
	}

	@Test
	void randomBytesDoNoHarm() throws Exception {
		final long seed = 20260401;
		final var random = new Random(seed);
		for (int round = 0; round < 300; round++) {
			final var bytes = new byte[random.nextInt(400)];
			random.nextBytes(bytes);
			final byte[] begin = random.nextBoolean() ? "GET /plain HTTP/1.1\r\nHost: x\r\n".getBytes() : new byte[0];
			try (var raw = new RawClient(web.server.address())) {
				raw.send(begin);
				raw.send(bytes);
				raw.endOutput();
			}
		}
		assertEquals("fine", web.get("/plain").text(), "seed " + seed);
	}

	@Test
	void otherMethodsAreRefusedWithTheOnesThatAreThere() throws Exception {
		for (final String method : new String[] {"DELETE", "POST", "OPTIONS", "PROPFIND", "TRACE", "get"}) {
			final var reply = web.ask(method, "/plain");
			assertEquals(405, reply.status());
			assertEquals("GET, HEAD, PUT", reply.field("Allow"));
		}
		assertEquals("fine", Files.readString(root.resolve("plain")));
	}
}
