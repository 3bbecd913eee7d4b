package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.core.capability.Storage;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.testing.TestContext;

class HttpBackendTest {

	@TempDir
	private Path folder;

	private static HttpConfig config(String endpoint, String user, Secret password, Secret token, Map<String, Secret> headers) {
		return new HttpConfig(endpoint, user, password, token, headers, null, null, false, false, Duration.ofSeconds(30));
	}

	private Storage storage(HttpConfig config) throws BenchException {
		return new HttpDriverFactory().create(new TestContext("store", "", folder), config).capability(Storage.class).orElseThrow();
	}

	@Test
	void anOpenStorageSignsByItsPlainUrls() throws BenchException {
		final Storage storage = storage(config("http://invalid.invalid", null, null, null, Map.of()));
		assertTrue(storage.abilities().can(Ability.PRESIGN_READ) && storage.abilities().can(Ability.PRESIGN_STAT));
		final var presigner = storage.presigner().orElseThrow();
		final Path path = storage.root().resolve("test");
		assertEquals(new Request("GET", "http://invalid.invalid/test", Map.of()), presigner.presign(path, Operation.READ, Duration.ofSeconds(100)));
		assertEquals(new Request("HEAD", "http://invalid.invalid/test", Map.of()), presigner.presign(path, Operation.STAT, Duration.ofSeconds(100)));
		assertTrue(assertThrows(BenchException.class, () -> presigner.presign(path, Operation.WRITE, Duration.ofSeconds(100))).getMessage()
				.contains("HTTP servers take no uploads"));
	}

	@Test
	void oneWithCredentialsSignsNothing() throws BenchException {
		for (final var config : List.of(config("http://joe:s3cret@h/", null, null, null, Map.of()), config("http://h/", "joe", new Secret("p"), null, Map.of()),
				config("http://h/", null, null, new Secret("t"), Map.of()), config("http://h/", null, null, null, Map.of("X-Key", new Secret("k"))),
				config("http://h/?sas=1", null, null, null, Map.of()))) {
			assertEquals("The server wants credentials, which no URL may tell", storage(config).abilities().whyNot(Ability.PRESIGN_READ).orElseThrow());
		}
	}

	@ParameterizedTest
	@CsvSource({"ftp://h/, , , , ", "http://h/, joe, s3cret-p, s3cret-t, ", "http://h/, , , s3cret tok, ", "http://h/, , , , X Y", "http://h/, , , , Host"})
	void whatCannotBeSentIsToldWhenTheDriverIsMade(String url, String user, String password, String token, String header) {
		final var headers = header == null ? Map.<String, Secret>of() : Map.of(header, new Secret("s3cret-h"));
		final var failure = assertThrows(BenchException.class, () -> storage(config(url, user, password == null ? null : new Secret(password),
				token == null ? null : new Secret(token), headers)));
		assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
	}

	@Test
	void linksThatGoRoundInCirclesAreFoundOut() throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.text(200, "text/html", "<a href=\"self/\">self/</a> <a href=\"again/\">again/</a> <a href=\"f\">f</a>"));
				var backend = new HttpBackend(Engines.quick(), Url.parse(server.url()))) {
			final var failure = assertThrows(BackendException.class, () -> backend.list("", true, entry -> { }));
			assertTrue(failure.getMessage().contains("circles"), failure.getMessage());
			assertTrue(server.requests().size() < 70);
		}
	}

	@Test
	void aFolderThatIsLedElsewhereIsRefused() throws IOException {
		try (var far = ScriptedServer.start(request -> Reply.text(200, "text/html", "<a href=\"f\">f</a>"));
				var server = ScriptedServer.start(request -> request.target().equals("/root/up/") ? Reply.redirect(302, "/") : request.target().equals("/root/far/")
						? Reply.redirect(302, far.url() + "/root/far/") : Reply.text(200, "text/html", "<a href=\"f\">f</a>"));
				var backend = new HttpBackend(Engines.quick(), Url.parse(server.url() + "/root"))) {
			for (final String key : List.of("up", "far")) {
				assertTrue(assertThrows(BackendException.class, () -> backend.list(key, false, entry -> { })).getMessage().contains("out of the storage"));
			}
			final List<String> found = new ArrayList<>();
			backend.list("", false, entry -> found.add(entry.key()));
			assertEquals(List.of("f"), found);
		}
	}

	@Test
	void whatIsNoPageOfLinksIsNoFolder() throws IOException {
		try (var server = ScriptedServer.start(request -> Reply.text(200, "application/json", "{}"));
				var backend = new HttpBackend(Engines.quick(), Url.parse(server.url()))) {
			assertEquals(Kind.NOT_FOLDER, assertThrows(BackendException.class, () -> backend.list("x", false, entry -> { })).kind());
		}
	}

	@Test
	void credentialsAreSentWithTheFirstRequest() throws Exception {
		try (var server = ScriptedServer.start(request -> Reply.text(200, "text/html", ""))) {
			storage(config(server.url(), "joe", new Secret("p"), null, Map.of("X-Key", new Secret("k")))).test();
			assertEquals("Basic am9lOnA=", server.requests().getFirst().header("authorization"));
			assertEquals("k", server.requests().getFirst().header("x-key"));
			storage(config(server.url(), null, null, new Secret("t"), Map.of())).test();
			assertEquals("Bearer t", server.requests().getLast().header("authorization"));
		}
	}
}
