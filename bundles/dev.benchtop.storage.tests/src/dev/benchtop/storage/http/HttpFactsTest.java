package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;

class HttpFactsTest {

	private static final byte[] FILE = Engines.bytes(11_000);

	private static HttpFacts facts(ScriptedServer server) throws IOException {
		try (var engine = Engines.quick()) {
			return engine.facts(Url.parse(server.url() + "/image.img"));
		}
	}

	@Test
	void aHeadTellsAll() throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.file(request, FILE, "\"1\"").with("Last-Modified", "Fri, 02 Jan 2026 03:04:05 GMT")
				.with("Content-MD5", "XUFAKrxLKna5cZ2REBfFkg==").with("Content-Disposition", "attachment"))) {
			final var entry = facts(server).file("image.img");
			assertEquals(11_000, entry.size());
			assertEquals(Optional.of(Instant.parse("2026-01-02T03:04:05Z")), entry.modified());
			assertEquals(Optional.of("\"1\""), entry.etag());
			assertEquals(Optional.of("application/octet-stream"), entry.contentType());
			assertEquals(Optional.of("5d41402abc4b2a76b9719d911017c592"), entry.md5());
			assertEquals(Optional.of("attachment"), entry.contentDisposition());
			assertEquals("HEAD", server.requests().getFirst().method());
			assertEquals(1, server.requests().size());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = {400, 403, 405, 501})
	void whereHeadIsRefusedTheFirstByteTells(int status) throws IOException {
		try (var server = ScriptedServer.start(request -> request.method().equals("HEAD") ? Reply.of(status) : Reply.file(request, FILE, "\"1\""))) {
			assertEquals(11_000, facts(server).size());
			assertEquals("bytes=0-0", server.requests().getLast().header("range"));
		}
	}

	@Test
	void anEmptyFileHasNoFirstByte() throws IOException {
		try (var server = ScriptedServer.start(request -> request.method().equals("HEAD") ? Reply.of(405) : Reply.file(request, new byte[0], "\"1\""))) {
			assertEquals(0, facts(server).size());
		}
	}

	@Test
	void aServerThatKnowsNeitherIsNotReadToTheEnd() throws IOException {
		try (var server = ScriptedServer.start(request -> request.method().equals("HEAD") ? Reply.of(501) : Reply.of(200).body(FILE))) {
			assertEquals(11_000, facts(server).size());
		}
	}

	@Test
	void withoutALengthItIsNoImage() throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.of(200).body(FILE).chunked())) {
			final var failure = assertThrows(BackendException.class, () -> facts(server).file("image.img"));
			assertTrue(failure.getMessage().contains("how long"), failure.getMessage());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = {401, 404})
	void whatStandsIsNotAskedTwice(int status) throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.of(status))) {
			assertEquals(status == 404 ? Kind.MISSING : Kind.DENIED, assertThrows(BackendException.class, () -> facts(server)).kind());
			assertEquals(1, server.requests().size());
		}
	}
}
