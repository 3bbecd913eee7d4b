package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.ScriptedServer.Request;

class RedirectTest {

	private static final Set<String> SECRET = Set.of("authorization", "cookie", "proxy-authorization", "x-api-key", "x-amz-security-token",
			"x-ms-blob", "x-goog-user");

	private static List<String> targets(ScriptedServer server) {
		return server.requests().stream().map(Request::target).toList();
	}

	@ParameterizedTest
	@ValueSource(ints = {301, 302, 303, 307, 308})
	void everyKindIsFollowedAndKeepsTheWrittenCodes(int status) throws IOException {
		try (var server = ScriptedServer.start(request -> request.target().startsWith("/from")
				? Reply.redirect(status, "/to/a%40b%2fc.img?sig=%2b%40~") : Reply.text(200, "text/plain", "image"));
				var engine = Engines.quick(); var reply = engine.send(Call.get(Url.parse(server.url() + "/from/user%40x?a=%40")))) {
			assertEquals("image", new String(reply.check().body().readAllBytes()));
			assertEquals(List.of("/from/user%40x?a=%40", "/to/a%40b%2fc.img?sig=%2b%40~"), targets(server));
		}
	}

	@Test
	void chainsOfRelativeAndAbsoluteLocationsAreFollowed() throws IOException {
		try (var far = ScriptedServer.start(request -> Reply.text(200, "text/plain", "far"));
				var server = ScriptedServer.start(request -> switch (request.target()) {
				case "/a/b/one%40" -> Reply.redirect(302, "../two%40?x=%40");
				case "/a/two%40?x=%40" -> Reply.redirect(307, "?y=%2B");
				default -> Reply.redirect(308, far.url() + "/three%40/%7e?z=%40");
				}); var engine = Engines.quick(); var reply = engine.send(Call.get(Url.parse(server.url() + "/a/b/one%40")))) {
			assertEquals("far", new String(reply.check().body().readAllBytes()));
			assertEquals(List.of("/a/b/one%40", "/a/two%40?x=%40", "/a/two%40?y=%2B"), targets(server));
			assertEquals(List.of("/three%40/%7e?z=%40"), targets(far));
		}
	}

	@Test
	void aLoopEndsAfterTen() throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.redirect(302, "/loop?sig=s3cret")); var engine = Engines.quick()) {
			final var failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse(server.url() + "/loop"))));
			assertTrue(failure.getMessage().contains("Too many redirects (10)"), failure.getMessage());
			assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
			assertEquals(11, server.requests().size());
		}
	}

	@Test
	void tenAreFollowed() throws IOException {
		try (var server = ScriptedServer.start(request -> request.target().length() == 11 ? Reply.of(200) : Reply.redirect(302, request.target() + "x"));
				var engine = Engines.quick(); var reply = engine.send(Call.get(Url.parse(server.url() + "/")))) {
			assertEquals(200, reply.status());
		}
	}

	@Test
	void aRedirectWithoutLocationIsToldSo() throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.of(302)); var engine = Engines.quick()) {
			final var failure = assertThrows(BackendException.class, () -> engine.send(Call.get(Url.parse(server.url() + "/x?sig=s3cret"))));
			assertTrue(failure.getMessage().contains("missing Location header"), failure.getMessage());
			assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
		}
	}

	@Test
	void anotherServerGetsNothingSecretNotEvenOnTheWayBack() throws IOException {
		try (var far = ScriptedServer.start(request -> Reply.redirect(302, request.header("x-home")));
				var server = ScriptedServer.start(request -> request.target().equals("/home") ? Reply.of(200)
						: Reply.redirect(302, far.url() + "/away")); var engine = Engines.secretive()) {
			final var call = new Call("GET", Url.parse(server.url() + "/start"), Map.of("Cookie", "s3cret", "X-Amz-Security-Token", "s3cret", "X-MS-Blob", "s3cret",
					"x-goog-user", "s3cret", "X-Home", server.url() + "/home"), BodyPublishers.noBody(), true);
			engine.send(call).close();
			assertTrue(server.requests().getFirst().headers().keySet().stream().map(String::toLowerCase).toList()
					.containsAll(List.of("authorization", "cookie", "x-api-key", "x-amz-security-token", "x-ms-blob", "x-goog-user")));
			for (final Request later : List.of(far.requests().getFirst(), server.requests().getLast())) {
				assertTrue(later.headers().keySet().stream().map(String::toLowerCase).noneMatch(SECRET::contains), later.headers().keySet().toString());
				assertEquals(server.url() + "/home", later.header("x-home"));
			}
		}
	}

	@Test
	void theSameServerGetsThem() throws IOException {
		try (var server = ScriptedServer.start(request -> request.target().equals("/a") ? Reply.redirect(301, "/b") : Reply.of(200));
				var engine = Engines.secretive()) {
			engine.send(Call.get(Url.parse(server.url() + "/a"))).close();
			assertEquals("s3cret-key", server.requests().getLast().header("x-api-key"));
			assertTrue(server.requests().getLast().header("authorization").startsWith("Basic "));
		}
	}

	@Test
	void anUploadIsNotFollowedWhereItWouldBeLost() throws IOException {
		try (var server = ScriptedServer.start(request -> request.target().equals("/a") ? Reply.redirect(301, "/b") : Reply.of(201));
				var engine = Engines.quick()) {
			final var put = new Call("PUT", Url.parse(server.url() + "/a"), Map.of(), BodyPublishers.ofString("x"), true);
			assertThrows(BackendException.class, () -> engine.send(put));
			assertEquals(1, server.requests().size());
		}
	}
}
