package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.testing.Ports;

class RetryTest {

	private static ScriptedServer failing(int times, Reply reply) throws IOException {
		final var count = new AtomicInteger();
		return ScriptedServer.start(request -> count.getAndIncrement() < times ? reply : Reply.text(200, "text/plain", "good"));
	}

	@ParameterizedTest
	@ValueSource(ints = {408, 429, 500, 502, 503, 504})
	void aServerInTroubleIsAskedAgain(int status) throws IOException {
		try (var server = failing(2, Reply.of(status)); var engine = Engines.quick(); var reply = engine.send(Call.get(Url.parse(server.url())))) {
			assertEquals("good", new String(reply.check().body().readAllBytes()));
			assertEquals(3, server.requests().size());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = {400, 401, 403, 404, 410, 501})
	void anAnswerThatStandsIsTaken(int status) throws IOException {
		try (var server = failing(1, Reply.of(status)); var engine = Engines.quick(); var reply = engine.send(Call.get(Url.parse(server.url())))) {
			assertEquals(status, reply.status());
		}
	}

	@Test
	void aServerThatGoesOnFailingIsTold() throws IOException {
		try (var server = failing(99, Reply.text(503, "text/plain", "disk array rebuilding\n")); var engine = Engines.quick()) {
			final var failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse(server.url()))).check());
			assertEquals("503 Service Unavailable: disk array rebuilding", failure.getMessage());
			assertEquals(4, server.requests().size());
		}
	}

	@Test
	void theServerSaysWhenToComeBack() throws IOException {
		try (var server = failing(1, Reply.of(503).with("Retry-After", "1")); var engine = Engines.quick()) {
			final long start = System.nanoTime();
			engine.send(Call.get(Url.parse(server.url()))).close();
			assertTrue(System.nanoTime() - start >= Duration.ofSeconds(1).toNanos());
		}
	}

	@Test
	void nobodyWaitsForAnHour() throws IOException {
		try (var server = failing(1, Reply.of(503).with("Retry-After", "3600")); var engine = Engines.quick();
				var reply = engine.send(Call.get(Url.parse(server.url())))) {
			assertEquals(503, reply.status());
		}
	}

	@Test
	void aConnectionThatIsCutBeforeTheAnswerIsTriedAgain() throws IOException {
		final var count = new AtomicInteger();
		try (var server = ScriptedServer.start(request -> {
			if (count.getAndIncrement() == 0) {
				throw new java.io.UncheckedIOException(new IOException("cut"));
			}
			return Reply.of(204);
		}); var engine = Engines.quick(); var reply = engine.send(Call.get(Url.parse(server.url())))) {
			assertEquals(204, reply.status());
		}
	}

	@Test
	void whatCannotBeSentTwiceIsSentOnce() throws IOException {
		try (var server = failing(1, Reply.of(503)); var engine = Engines.quick(); var reply = engine
				.send(new Call("PUT", Url.parse(server.url() + "/x"), Map.of(), BodyPublishers.ofString("abc"), false))) {
			assertEquals(503, reply.status());
			assertArrayEquals("abc".getBytes(), server.requests().getFirst().body());
		}
	}

	@Test
	void aPortWithoutServerIsToldWithItsAddress() throws IOException {
		final int port = Ports.free();
		try (var engine = Engines.quick()) {
			final var failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse("http://127.0.0.1:" + port + "/x?s3cret"))));
			assertEquals("http://127.0.0.1:" + port + ": No server takes connections there (tried 4 times)", failure.getMessage());
		}
	}

	@Test
	void anUnknownHostIsNotAskedAgain() throws IOException {
		try (var engine = Engines.quick()) {
			final var failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse("http://host.invalid/x"))));
			assertEquals(Kind.FAILED, failure.kind());
			assertEquals("The host host.invalid is not known", failure.getMessage());
		}
	}

	@Test
	void aSilentServerIsGivenUp() throws IOException {
		try (var server = new ServerSocket(0); var engine = new HttpEngine(HttpSettings.STANDARD.patience(Duration.ofMillis(200), 1, Duration.ZERO))) {
			BackendException failure;
			do {
				failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse("http://127.0.0.1:" + server.getLocalPort()))));
			} while (failure.getCause() instanceof HttpConnectTimeoutException); // a busy machine may not even connect in that time
			assertFalse(failure.kind() == Kind.MISSING, failure.getMessage());
			assertTrue(failure.getMessage().contains("said nothing"), failure.getMessage());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"<Error><Code>AccessDenied</Code><Message>Request has expired ?sig=s3cret</Message></Error>",
			"{\"errors\":[{\"code\":\"DENIED\",\"message\":\"Request has expired ?sig=s3cret\"}]}"})
	void theServersOwnWordsAreTold(String body) throws IOException {
		try (var server = failing(99, Reply.text(403, "application/octet-stream", body)); var engine = Engines.secretive()) {
			final var failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse(server.url() + "/?sig=s3cret"))).check());
			assertEquals(Kind.DENIED, failure.kind());
			assertEquals("403 Forbidden: Request has expired ?…", failure.getMessage());
		}
	}
}
