package dev.benchtop.storage.oci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.Secret;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.HttpSettings;
import dev.benchtop.storage.http.Reply;
import dev.benchtop.storage.http.ScriptedServer.Request;
import dev.benchtop.storage.http.ScriptedServer;

class RegistryTest {

	private static final byte[] KERNEL = new byte[300_000];
	private static final TestArtifact ARTIFACT;

	static {
		new Random(1).nextBytes(KERNEL);
		ARTIFACT = new TestArtifact().with("manifest.yaml", "a: b\n".getBytes()).with("data/kernel", KERNEL).with("empty", new byte[0]);
	}

	@TempDir
	private Path folder;
	private final Map<String, Reply> answers = new HashMap<>();
	private final List<String> notices = new ArrayList<>();
	private final Map<String, String> environment = new HashMap<>();
	private ScriptedServer server;
	private OciBackend backend;

	/** Serves what {@link #answers} has, after {@code before} had nothing to say. */
	private void serve(Function<Request, Optional<Reply>> before) throws IOException {
		server = ScriptedServer.start(request -> before.apply(request).orElseGet(() -> answers.getOrDefault(request.target(),
				Reply.text(404, "application/json", "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"))));
		put("v1", ARTIFACT);
	}

	private void put(String tag, TestArtifact artifact) {
		manifest(tag, artifact.manifest());
		artifact.blobs().forEach((digest, content) -> answers.put("/v2/org/bundle/blobs/" + digest, Reply.of(200).body(content)));
	}

	private void manifest(String tag, byte[] manifest) {
		answers.put("/v2/org/bundle/manifests/" + tag, Reply.of(200).body(manifest).with("Content-Type", TestArtifact.IMAGE));
		answers.put("/v2/org/bundle/manifests/" + Digest.of(manifest), Reply.of(200).body(manifest).with("Content-Type", TestArtifact.IMAGE));
	}

	private OciBackend open(String tag, OciConfig config) throws BackendException {
		close();
		environment.put("HOME", folder.resolve("home").toString());
		final var settings = HttpSettings.STANDARD.patience(Duration.ofMinutes(1), 2, Duration.ofMillis(5));
		final var backends = new OciBackends(environment, folder.resolve("cache"), settings);
		backend = backends.open(OciReference.parse("127.0.0.1:" + server.port() + "/org/bundle" + tag, folder), config, notices::add);
		return backend;
	}

	private OciBackend open(String tag) throws BackendException {
		return open(tag, OciConfig.of(""));
	}

	@AfterEach
	void end() throws IOException {
		close();
		server.close();
	}

	private void close() throws BackendException {
		if (backend != null) {
			try {
				backend.close();
			} catch (final IOException e) {
				throw new AssertionError(e);
			}
		}
	}

	private byte[] read(String key) throws IOException {
		return read(key, 0, -1);
	}

	private byte[] read(String key, long offset, long length) throws IOException {
		try (var in = backend.read(key, offset, length, Optional.empty())) {
			return in.readAllBytes();
		}
	}

	private List<String> targets() {
		return server.requests().stream().map(Request::target).toList();
	}

	@Test
	void filesAreReadOnceAndThenFromTheCache() throws IOException {
		serve(request -> Optional.empty());
		open(":v1");
		assertArrayEquals(KERNEL, read("data/kernel"));
		assertEquals(0, read("empty").length);
		final int asked = server.requests().size();
		assertArrayEquals(KERNEL, read("data/kernel"));
		assertArrayEquals(Arrays.copyOfRange(KERNEL, 1000, 1100), read("data/kernel", 1000, 100));
		assertEquals(asked, server.requests().size());
	}

	@Test
	void aPartIsReadOfWhatIsWholeAndGood() throws IOException {
		serve(request -> Optional.empty());
		open(":v1");
		assertArrayEquals(Arrays.copyOfRange(KERNEL, 299_990, 300_000), read("data/kernel", 299_990, -1));
		assertTrue(Files.exists(folder.resolve("cache/oci/blobs/sha256/" + Digest.of(KERNEL).hex())));
	}

	@Test
	void withoutARegistryTheCacheIsEnough() throws IOException {
		serve(request -> Optional.empty());
		open(":v1");
		read("data/kernel");
		server.close();
		open(":v1");
		assertArrayEquals(KERNEL, read("data/kernel"));
		assertTrue(notices.getLast().contains("No server takes connections"), notices.toString());
		assertThrows(BackendException.class, () -> read("manifest.yaml"));
		open("@" + Digest.of(ARTIFACT.manifest()));
		assertArrayEquals(KERNEL, read("data/kernel"));
	}

	@Test
	void aDamagedCacheIsFetchedAnew() throws IOException {
		serve(request -> Optional.empty());
		open(":v1");
		read("data/kernel");
		final Path blob = folder.resolve("cache/oci/blobs/sha256/" + Digest.of(KERNEL).hex());
		final byte[] bad = KERNEL.clone();
		bad[150_000] ^= 1;
		Files.write(blob, bad);
		Files.setLastModifiedTime(blob, FileTime.fromMillis(0));
		assertArrayEquals(KERNEL, read("data/kernel"));
		assertArrayEquals(KERNEL, Files.readAllBytes(blob));
	}

	@Test
	void whatHasAnotherDigestIsNeverReadWhole() throws IOException {
		serve(request -> Optional.empty());
		final byte[] bad = KERNEL.clone();
		bad[150_000] ^= 1;
		for (final Reply wrong : List.of(Reply.of(200).body(bad), Reply.of(200).body(Arrays.copyOf(KERNEL, 200_000)),
				Reply.of(200).body(Arrays.copyOf(KERNEL, 300_001)))) {
			answers.put("/v2/org/bundle/blobs/" + Digest.of(KERNEL), wrong);
			open(":v1");
			final var out = new ByteArrayOutputStream();
			final var failure = assertThrows(BackendException.class, () -> {
				try (var in = backend.read("data/kernel", 0, -1, Optional.empty())) {
					in.transferTo(out);
				}
			});
			assertEquals(Kind.FAILED, failure.kind());
			assertTrue(out.size() < KERNEL.length, "all " + out.size() + " bytes came out");
			assertThrows(BackendException.class, () -> read("data/kernel", 10, 10));
			try (var files = Files.list(folder.resolve("cache/oci/blobs/sha256"))) {
				assertTrue(files.noneMatch(file -> file.getFileName().toString().contains(Digest.of(KERNEL).hex().substring(0, 12))));
			}
		}
	}

	@Test
	void aManifestHasTheDigestThatPinsIt() throws IOException {
		serve(request -> Optional.empty());
		final Digest pin = Digest.of(new TestArtifact().with("other", new byte[1]).manifest());
		answers.put("/v2/org/bundle/manifests/" + pin, Reply.of(200).body(ARTIFACT.manifest()));
		open("@" + pin);
		assertTrue(assertThrows(BackendException.class, () -> backend.stat("")).getMessage().contains("damaged"));
	}

	@Test
	void tokensAreHandedOutToAnybody() throws IOException {
		serve(request -> request.target().startsWith("/token") ? Optional.of(Reply.text(200, "application/json", "{\"token\":\"t0ken\"}"))
				: request.header("authorization").equals("Bearer t0ken") ? Optional.empty()
						: Optional.of(Reply.of(401).with("WWW-Authenticate",
								"Bearer realm=\"http://127.0.0.1:" + server.port() + "/token\",service=\"reg\",scope=\"repository:org/bundle:pull\"")));
		open(":v1");
		assertArrayEquals(KERNEL, read("data/kernel"));
		assertTrue(targets().contains("/token?service=reg&scope=repository%3Aorg%2Fbundle%3Apull"), targets().toString());
		assertEquals("", server.requests().stream().filter(request -> request.target().startsWith("/token")).findFirst().orElseThrow().header("authorization"));
	}

	@Test
	void tokensAreAskedForWithPasswordOrIdentity() throws IOException {
		serve(request -> request.target().startsWith("/token") ? Optional.of(Reply.text(200, "application/json", "{\"access_token\":\"t0ken\"}"))
				: request.header("authorization").equals("Bearer t0ken") ? Optional.empty()
						: Optional.of(Reply.of(401).with("WWW-Authenticate", "Bearer realm=\"/token\"")));
		open(":v1", new OciConfig("", "joe", new Secret("p"), null, false, null, null, false, Duration.ofMinutes(1)));
		backend.stat("");
		assertEquals("Basic am9lOnA=", server.requests().get(1).header("authorization"));
		Files.createDirectories(folder.resolve("home/.docker"));
		Files.writeString(folder.resolve("home/.docker/config.json"), "{\"auths\":{\"127.0.0.1:%d\":{\"identitytoken\":\"1d\"}}}".formatted(server.port()));
		open(":v1");
		backend.stat("");
		final Request last = server.requests().stream().filter(request -> request.method().equals("POST")).findFirst().orElseThrow();
		assertEquals("scope=repository%3Aorg%2Fbundle%3Apull&grant_type=refresh_token&client_id=benchtop&refresh_token=1d", new String(last.body()));
	}

	@Test
	void aWrongPasswordIsOneClearSentence() throws IOException {
		serve(request -> Optional.of(Reply.text(401, "application/json", "{\"errors\":[{\"message\":\"invalid username/password\"}]}")
				.with("WWW-Authenticate", "Basic realm=\"registry\"")));
		open(":v1", new OciConfig("", "joe", new Secret("s3cret"), null, false, null, null, false, Duration.ofMinutes(1)));
		final var failure = assertThrows(BackendException.class, () -> backend.stat(""));
		assertEquals(Kind.DENIED, failure.kind());
		assertEquals("401 Unauthorized: invalid username/password", failure.getMessage());
		open(":v1");
		assertEquals(Kind.DENIED, assertThrows(BackendException.class, () -> backend.stat("")).kind());
	}

	@Test
	void halfAPairIsRefused() throws IOException {
		serve(request -> Optional.empty());
		final var failure = assertThrows(BackendException.class, () -> open(":v1",
				new OciConfig("", "joe", null, null, false, null, null, false, Duration.ofMinutes(1))));
		assertEquals("OCI authentication requires both username and password", failure.getMessage());
	}

	@Test
	void theConfigurationGoesBeforeTheEnvironmentAndThatBeforeFiles() throws IOException {
		serve(request -> request.header("authorization").isEmpty() ? Optional.of(Reply.of(401).with("WWW-Authenticate", "Basic realm=\"r\"")) : Optional.empty());
		Files.createDirectories(folder.resolve("home/.docker"));
		Files.writeString(folder.resolve("home/.docker/config.json"), "{\"auths\":{\"127.0.0.1:%d\":{\"username\":\"file\",\"password\":\"f\"}}}".formatted(server.port()));
		environment.put("OCI_USERNAME", "env");
		environment.put("OCI_PASSWORD", "e");

		open(":v1").stat("");
		assertEquals(basic("env:e"), server.requests().getLast().header("authorization"));
		open(":v1", new OciConfig("", "joe", new Secret("p"), null, false, null, null, false, Duration.ofMinutes(1))).stat("");
		assertEquals(basic("joe:p"), server.requests().getLast().header("authorization"));
		environment.clear();
		open(":v1").stat("");
		assertEquals(basic("file:f"), server.requests().getLast().header("authorization"));
	}

	@Test
	void halfAPairInTheEnvironmentIsRefused() throws IOException {
		serve(request -> Optional.empty());
		environment.put("OCI_USERNAME", "env");
		assertEquals("OCI authentication requires both username and password", assertThrows(BackendException.class, () -> open(":v1")).getMessage());
	}

	private static String basic(String pair) {
		return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
	}

	@Test
	void blobsMayLieElsewhereWhichGetsNoCredentials() throws IOException {
		try (var store = ScriptedServer.start(request -> Reply.of(200).body(KERNEL))) {
			serve(request -> request.header("authorization").isEmpty() ? Optional.of(Reply.of(401).with("WWW-Authenticate", "Basic realm=\"r\"")) : Optional.empty());
			answers.put("/v2/org/bundle/blobs/" + Digest.of(KERNEL), Reply.redirect(307, store.url() + "/signed?x=1"));
			open(":v1", new OciConfig("", "joe", new Secret("s3cret"), null, false, null, null, false, Duration.ofMinutes(1)));
			assertArrayEquals(KERNEL, read("data/kernel"));
			assertTrue(store.requests().stream().allMatch(request -> request.header("authorization").isEmpty()));
			assertFalse(store.requests().isEmpty());
		}
	}

	@Test
	void anIndexOffersPlatforms() throws IOException {
		serve(request -> Optional.empty());
		final var arm = new TestArtifact().with("arm", new byte[1]);
		final var risc = new TestArtifact().with("risc", new byte[2]);
		put("arm", arm);
		put("risc", risc);
		final Map<String, byte[]> both = new LinkedHashMap<>();
		both.put("linux/arm", arm.manifest());
		both.put("linux/riscv64", risc.manifest());
		manifest("v2", TestArtifact.index(both));
		open(":v2", new OciConfig("", null, null, "linux/riscv64", false, null, null, false, Duration.ofMinutes(1)));
		assertEquals(2, backend.stat("risc").size());
		open(":v2");
		final var failure = assertThrows(BackendException.class, () -> backend.stat("risc"));
		assertTrue(failure.getMessage().contains("linux/arm, linux/riscv64"), failure.getMessage());
		both.remove("linux/riscv64");
		both.put("unknown/unknown", risc.manifest());
		manifest("v3", TestArtifact.index(both));
		open(":v3");
		assertEquals(1, backend.stat("arm").size());
		both.clear();
		both.put("linux/arm", arm.manifest());
		both.put(Platform.host().toString(), risc.manifest());
		manifest("v4", TestArtifact.index(both));
		open(":v4");
		assertEquals(2, backend.stat("risc").size());
	}

	@Test
	void aTagThatIsNotThereIsSaid() throws IOException {
		serve(request -> Optional.empty());
		open(":none");
		final var failure = assertThrows(BackendException.class, () -> backend.stat(""));
		assertEquals(Kind.MISSING, failure.kind());
		assertEquals("404 Not Found: manifest unknown", failure.getMessage());
	}

	@Test
	void aVersionThatWasReadBeforeIsNotMixedWithAnother() throws IOException {
		serve(request -> Optional.empty());
		open(":v1");
		assertEquals(Kind.CHANGED, assertThrows(BackendException.class, () -> backend.read("data/kernel", 0, -1, Optional.of("\"sha256:0\""))).kind());
	}
}
