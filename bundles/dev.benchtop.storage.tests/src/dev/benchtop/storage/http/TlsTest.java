package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;

class TlsTest {

	@TempDir
	static Path folder;

	private static TestAuthority authority;
	private static ScriptedServer server;
	private static ScriptedServer plain;
	private static ScriptedServer stranger;

	@BeforeAll
	static void start() throws Exception {
		authority = TestAuthority.make(folder);
		plain = ScriptedServer.start(request -> Reply.text(200, "text/plain", "plain"));
		server = ScriptedServer.start(authority.server("localhost", "IP:127.0.0.1"),
				request -> request.target().equals("/down") ? Reply.redirect(302, plain.url() + "/down") : Reply.text(200, "text/plain", "safe"));
		stranger = ScriptedServer.start(authority.server("other.example", "DNS:other.example"), request -> Reply.text(200, "text/plain", "stranger"));
	}

	@AfterAll
	static void stop() throws IOException {
		server.close();
		plain.close();
		stranger.close();
	}

	private static String get(HttpSettings settings, ScriptedServer from, String target) throws IOException {
		try (var engine = new HttpEngine(settings);
				var reply = engine.send(Call.get(Url.parse("https://127.0.0.1:" + from.port() + target))).check(); var body = reply.body()) {
			return new String(body.readAllBytes());
		}
	}

	private static HttpSettings trusting(boolean insecure, boolean downgrade) {
		return Engines.QUICK.trusting(insecure ? Optional.empty() : Optional.of(authority.certificate()), insecure, downgrade);
	}

	@Test
	void anOwnAuthorityIsTrusted() throws IOException {
		assertEquals("safe", get(trusting(false, false), server, "/"));
	}

	@Test
	void anUnknownOneIsNotAndItIsSaidWhatToDo() {
		final var failure = assertThrows(BackendException.class, () -> get(Engines.QUICK, server, "/"));
		assertEquals(Kind.FAILED, failure.kind());
		assertTrue(failure.getMessage().contains("is not trusted") && failure.getMessage().contains("cacert"), failure.getMessage());
	}

	@Test
	void aCertificateIsForOneHost() {
		final var failure = assertThrows(BackendException.class, () -> get(trusting(false, false), stranger, "/"));
		assertTrue(failure.getMessage().contains("127.0.0.1"), failure.getMessage());
	}

	@Test
	void insecureTakesAny() throws IOException {
		assertEquals("safe", get(trusting(true, false), server, "/"));
		assertEquals("stranger", get(trusting(true, false), stranger, "/"));
	}

	@Test
	void nobodyIsLedFromHttpsToHttpUnasked() throws IOException {
		final var failure = assertThrows(BackendException.class, () -> get(trusting(false, false), server, "/down"));
		assertEquals(Kind.DENIED, failure.kind());
		assertEquals(0, plain.requests().size());
		assertEquals("plain", get(trusting(false, true), server, "/down"));
	}

	@Test
	void aFileWithoutCertificatesIsTold() throws IOException {
		final Path file = Files.writeString(folder.resolve("none.pem"), "nothing");
		final var failure = assertThrows(BackendException.class, () -> get(Engines.QUICK.trusting(Optional.of(file), false, false), server, "/"));
		assertTrue(failure.getMessage().contains("none.pem"), failure.getMessage());
	}

	@Test
	void whereNoTlsIsSpokenItIsSaid() {
		final var failure = assertThrows(BackendException.class, () -> get(trusting(false, false), plain, "/"));
		assertTrue(failure.getMessage().contains("TLS"), failure.getMessage());
	}

	@Test
	void aProxyTunnelsAndGetsItsPassword() throws IOException {
		try (var proxy = TunnelProxy.start("joe:s3cret")) {
			final String address = "127.0.0.1:" + proxy.port();
			assertEquals("safe", get(trusting(false, false).through(Optional.of(new Secret("http://joe:s3cret@" + address))), server, "/"));
			assertEquals(1, proxy.tunnels());
			final var failure = assertThrows(BackendException.class,
					() -> get(trusting(false, false).through(Optional.of(new Secret("http://joe:wr0ng@" + address))), server, "/"));
			assertTrue(failure.getMessage().contains("407") || failure.getMessage().contains("roxy"), failure.getMessage());
			assertTrue(!failure.getMessage().contains("wr0ng"), failure.getMessage());
		}
	}
}
