package dev.benchtop.storage.opendal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.capability.Ability;
import dev.benchtop.core.capability.Presigner.Operation;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.testing.Beats;
import dev.benchtop.testing.Ports;
import dev.benchtop.testing.servers.Rclone;
import dev.benchtop.testing.servers.S3Proxy;

class OpendalBackendTest {

	private static final int MIB = 1 << 20;

	@TempDir
	static Path folder;

	private static S3Proxy s3;
	private static Rclone webdav;

	@BeforeAll
	static void start() throws Exception {
		s3 = S3Proxy.serve(folder.resolve("buckets"));
		webdav = Rclone.serve(Rclone.Protocol.WEBDAV, folder.resolve("files"), "--user", Places.USER, "--pass", Places.PASSWORD);
	}

	@AfterAll
	static void stop() {
		if (webdav != null) {
			webdav.close();
		}
		if (s3 != null) {
			s3.close();
		}
	}

	private static BackendException failure(String scheme, Map<String, String> options) throws IOException {
		try (var backend = Places.backend(scheme, options)) {
			return assertThrows(BackendException.class, () -> backend.stat(""));
		}
	}

	@Test
	void aWrongSecretIsOneClearSentence() throws Exception {
		final var options = Places.s3(s3, "secret");
		options.put("secret_access_key", "wr0ng-one");
		final var refused = failure("s3", options);
		assertEquals(Kind.DENIED, refused.kind());
		assertEquals("the server says 403 SignatureDoesNotMatch: Forbidden", refused.getMessage());
		final var login = Places.webdav(webdav, "");
		login.put("password", "wr0ng-one");
		final var unauthorized = failure("webdav", login);
		assertEquals(Kind.DENIED, unauthorized.kind());
		assertEquals("the server says 401 Unauthorized", unauthorized.getMessage());
	}

	@Test
	void aBucketThatIsNotThereIsNoMissingFile() throws Exception {
		final var options = Places.s3(s3, "");
		options.put("bucket", "nobucket");
		final var failure = failure("s3", options);
		assertEquals(Kind.FAILED, failure.kind());
		assertTrue(failure.getMessage().startsWith("the server says 404 NoSuchBucket"), failure.getMessage());
	}

	@Test
	void aServerThatDoesNotAnswerIsNamed() throws Exception {
		final int port = Ports.free();
		final String endpoint = "http://127.0.0.1:" + port;
		final var options = Places.s3(s3, "");
		options.put("endpoint", endpoint);
		for (final var failure : Set.of(failure("s3", options), failure("webdav", Map.of("endpoint", endpoint)))) {
			assertEquals(Kind.BROKEN, failure.kind());
			assertTrue(failure.getMessage().startsWith("127.0.0.1:" + port + ": "), failure.getMessage());
			assertEquals(1, failure.getMessage().lines().count());
		}
	}

	@Test
	void optionsThatLackSomethingAreSaid() throws Exception {
		final var failure = failure("s3", Map.of("region", "us-east-1", "secret_access_key", "s3cret"));
		assertEquals(Kind.FAILED, failure.kind());
		assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
		assertEquals("s3 [secret_access_key]", new OpendalConfig("s3", Map.of("secret_access_key", "s3cret"), false).toString());
	}

	@Test
	void schemesThatAreNotThereAreRefusedWithThoseThatAre() {
		final var typo = assertThrows(BenchException.class, () -> Places.open(folder, "webdaw", Map.of(), false));
		assertTrue(typo.next().orElse("").contains("webdav"), typo.getMessage());
		final var ftp = assertThrows(BenchException.class, () -> Places.open(folder, "ftp", Map.of(), false));
		assertTrue(ftp.next().orElse("").contains("type: ftp"), ftp.getMessage());
		assertThrows(BenchException.class, () -> Places.open(folder, "fs", Map.of(), false));
	}

	@Test
	void aFileOfManyPartsIsWrittenAndReadBack() throws Exception {
		final byte[] content = new byte[50 * MIB + 13];
		new Random(3).nextBytes(content);
		try (var backend = Places.backend("s3", Places.s3(s3, "parts"))) {
			try (var upload = backend.write("big", -1)) {
				for (int at = 0; at < content.length; at += 3 * MIB) {
					upload.write(ByteBuffer.wrap(content, at, Math.min(3 * MIB, content.length - at)));
				}
				assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> backend.stat("big")).kind());
				upload.commit();
			}
			assertEquals(content.length, backend.stat("big").size());
			try (InputStream in = backend.read("big", 0, -1, Optional.empty())) {
				assertArrayEquals(content, in.readAllBytes());
			}
			try (InputStream in = backend.read("big", content.length - 5, 100, Optional.empty())) {
				assertEquals(5, in.readAllBytes().length);
			}
			assertEquals(Kind.CHANGED, assertThrows(BackendException.class, () -> backend.read("big", 0, 10, Optional.of("\"0123\""))).kind());
		}
	}

	@Test
	void whatOnlyOpenDALCanSendIsNoShorter() throws Exception {
		final var options = Places.s3(s3, "native");
		options.put("default_storage_class", "STANDARD");
		final byte[] piece = new byte[10 * MIB];
		new Random(4).nextBytes(piece);
		try (var backend = Places.backend("s3", options)) {
			try (var upload = backend.write("big", 7L * piece.length)) {
				for (int i = 0; i < 7; i++) {
					upload.write(ByteBuffer.wrap(piece));
				}
				upload.commit();
			}
			assertEquals(7L * piece.length, backend.stat("big").size());
			try (InputStream in = backend.read("big", 6L * piece.length, piece.length, Optional.empty())) {
				assertArrayEquals(piece, in.readAllBytes());
			}
		}
	}

	@Test
	void closingEndsAReadThatWaits() throws Exception {
		try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			final var options = Map.of("endpoint", "http://127.0.0.1:" + silent.getLocalPort());
			final var backend = Places.backend("webdav", options);
			final var waiting = CompletableFuture.supplyAsync(() -> assertThrows(BackendException.class, () -> backend.read("file", 0, -1, Optional.empty())),
					task -> Thread.ofPlatform().daemon().start(task));
			silent.accept().getInputStream().read();
			final var limit = Beats.of(Duration.ofSeconds(1));
			backend.close();
			assertEquals(Kind.CLOSED, waiting.get(1, TimeUnit.MINUTES).kind());
			assertFalse(limit.isDone());
		}
	}

	@Test
	void closingEndsANativeCallThatWaits() throws Exception {
		try (var silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			final var backend = Places.backend("webdav", Map.of("endpoint", "http://127.0.0.1:" + silent.getLocalPort()));
			final var waiting = CompletableFuture.supplyAsync(() -> assertThrows(BackendException.class, () -> backend.stat("file")),
					task -> Thread.ofPlatform().daemon().start(task));
			silent.accept().getInputStream().read();
			final var limit = Beats.of(Duration.ofSeconds(1));
			backend.close();
			assertEquals(Kind.CLOSED, waiting.get(1, TimeUnit.MINUTES).kind());
			assertFalse(limit.isDone());
		}
	}

	@Test
	void anUploadThatIsClosedLeavesNothing() throws Exception {
		for (final var place : Map.of("s3", Places.s3(s3, "broken"), "webdav", Places.webdav(webdav, "")).entrySet()) {
			try (var backend = Places.backend(place.getKey(), place.getValue())) {
				backend.createFolder("up");
				final var upload = backend.write("up/file", -1);
				upload.write(ByteBuffer.allocate(40 * MIB));
				final var limit = Beats.of(Duration.ofSeconds(2));
				upload.close();
				assertFalse(limit.isDone());
				assertTimeoutPreemptively(Duration.ofMinutes(2), () -> waitUntilEmpty(backend), place.getKey());
				assertThrows(IOException.class, () -> upload.write(ByteBuffer.allocate(20 * MIB)));
			}
		}
	}

	/** What takes longer than closing may take goes on behind it. */
	private static void waitUntilEmpty(OpendalBackend backend) throws IOException, InterruptedException {
		final Set<String> left = new HashSet<>();
		do {
			left.clear();
			backend.list("up", true, entry -> left.add(entry.key()));
			Thread.sleep(left.isEmpty() ? 0 : 50);
		} while (!left.isEmpty());
	}

	@Test
	void aHundredThousandEntriesAreListed() throws InterruptedException, ExecutionException, IOException {
		final var store = new Native("memory", Map.of());
		try (var backend = new OpendalBackend(store, S3Keys.system())) {
			for (int i = 0; i < 100_000; i += 1000) {
				final int from = i;
				final var writes = new CompletableFuture<?>[1000];
				for (int j = 0; j < writes.length; j++) {
					final String key = "many/" + (from + j);
					writes[j] = store.start(operator -> operator.write(key, "x".getBytes(StandardCharsets.UTF_8)));
				}
				CompletableFuture.allOf(writes).get();
			}
			final int[] count = {0};
			backend.list("many", false, entry -> count[0] += (int) entry.size());
			assertEquals(100_000, count[0]);
		}
	}

	@Test
	void signedUrlsAreMadeWhereTheServiceCan() throws Exception {
		try (var backend = Places.backend("s3", Places.s3(s3, "signed")); var other = Places.backend("memory", Map.of())) {
			final var read = backend.presign("a b", Operation.READ, Duration.ofSeconds(100));
			assertEquals("GET", read.method());
			assertTrue(read.url().startsWith(s3.endpoint() + "/bucket/signed/a%20b?") && read.url().contains("X-Amz-Expires=100"), read.url());
			try (var upload = backend.write("a b", -1)) {
				upload.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
				upload.commit();
			}
			try (InputStream in = URI.create(read.url()).toURL().openStream()) {
				assertArrayEquals(new byte[] {1, 2, 3}, in.readAllBytes());
			}
			assertEquals("HEAD", backend.presign("a", Operation.STAT, Duration.ofSeconds(1)).method());
			assertEquals("PUT", backend.presign("a", Operation.WRITE, Duration.ofSeconds(1)).method());
			assertFalse(other.abilities().can(Ability.PRESIGN_READ));
			assertEquals(Kind.UNSUPPORTED,
					assertThrows(BackendException.class, () -> other.presign("a", Operation.READ, Duration.ofSeconds(1))).kind());
		}
	}
}
