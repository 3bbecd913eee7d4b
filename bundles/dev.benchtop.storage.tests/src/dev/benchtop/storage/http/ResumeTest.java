package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.ScriptedServer.Request;

class ResumeTest {

	private static final byte[] FILE = Engines.bytes(1 << 20);

	@AutoClose
	private HttpEngine engine;
	@AutoClose
	private ScriptedServer server;

	@BeforeEach
	void start() throws IOException {
		engine = Engines.quick();
	}

	/** @param script what is answered to the request of that number, from 0 on */
	private void serve(BiFunction<Request, Integer, Reply> script) throws IOException {
		final var count = new AtomicInteger();
		server = ScriptedServer.start(request -> script.apply(request, count.getAndIncrement()));
	}

	private byte[] read(long offset, long length, Optional<String> etag) throws IOException {
		try (var in = engine.read(Url.parse(server.url() + "/image?sig=s3cret"), offset, length, etag)) {
			return in.readAllBytes();
		}
	}

	private BackendException failure(Kind kind) {
		final var failure = assertThrows(BackendException.class, () -> read(0, -1, Optional.empty()));
		assertEquals(kind, failure.kind(), failure.getMessage());
		assertTrue(!failure.getMessage().contains("s3cret"), failure.getMessage());
		return failure;
	}

	private List<String> ranges() {
		return server.requests().stream().map(request -> request.header("range")).toList();
	}

	@Test
	void whatBreaksGoesOnWhereItBroke() throws IOException {
		serve((request, number) -> number < 3 ? Reply.file(request, FILE, "\"1\"").cutAt(300_000) : Reply.file(request, FILE, "\"1\""));
		assertArrayEquals(FILE, read(0, -1, Optional.empty()));
		assertEquals(List.of("", "bytes=300000-1048575", "bytes=600000-1048575", "bytes=900000-1048575"), ranges());
		assertEquals("\"1\"", server.requests().getLast().header("if-range"));
	}

	@Test
	void rangesAreReadAsAsked() throws IOException {
		serve((request, number) -> Reply.file(request, FILE, "\"1\""));
		assertArrayEquals(Arrays.copyOfRange(FILE, 1000, 1500), read(1000, 500, Optional.of("\"1\"")));
		assertArrayEquals(Arrays.copyOfRange(FILE, FILE.length - 10, FILE.length), read(FILE.length - 10, -1, Optional.empty()));
		assertArrayEquals(Arrays.copyOfRange(FILE, FILE.length - 10, FILE.length), read(FILE.length - 10, 5000, Optional.empty()));
		assertArrayEquals(new byte[0], read(FILE.length, -1, Optional.of("\"1\"")));
		assertArrayEquals(new byte[0], read(5, 0, Optional.empty()));
		assertEquals(List.of("bytes=1000-1499", "bytes=1048566-", "bytes=1048566-1053565", "bytes=1048576-"), ranges());
	}

	@Test
	void anotherVersionIsNeverMixedIn() throws IOException {
		serve((request, number) -> number == 0 ? Reply.file(request, FILE, "\"1\"").cutAt(1000) : Reply.file(request, FILE, "\"2\""));
		assertTrue(failure(Kind.CHANGED).getMessage().contains("\"2\""));
	}

	@Test
	void anotherLengthIsAnotherVersion() throws IOException {
		serve((request, number) -> number == 0 ? Reply.of(200).body(FILE).cutAt(1000) : Reply.of(200).body(Arrays.copyOf(FILE, 5000)));
		failure(Kind.CHANGED);
	}

	@Test
	void theVersionThatWasAskedForIsTheOneThatIsRead() throws IOException {
		serve((request, number) -> Reply.file(request, FILE, "\"2\""));
		final var failure = assertThrows(BackendException.class, () -> read(0, -1, Optional.of("\"1\"")));
		assertEquals(Kind.CHANGED, failure.kind());
		assertEquals(Kind.CHANGED, assertThrows(BackendException.class, () -> read(100, 10, Optional.of("\"1\""))).kind());
		assertArrayEquals(FILE, read(0, -1, Optional.of("W/\"2\"")));
	}

	@Test
	void aServerWithoutRangesIsReadFromTheBeginningAgain() throws IOException {
		serve((request, number) -> number == 0 ? Reply.of(200).body(FILE).cutAt(400_000) : Reply.of(200).body(FILE));
		assertArrayEquals(FILE, read(0, -1, Optional.empty()));
		assertEquals(2, server.requests().size());
		assertArrayEquals(Arrays.copyOfRange(FILE, 5000, 5100), read(5000, 100, Optional.empty()));
	}

	@Test
	void anotherPartThanAskedForIsRefused() throws IOException {
		serve((request, number) -> number == 0 ? Reply.file(request, FILE, "\"1\"").cutAt(1000)
				: new Reply(206, Map.of("Content-Range", "bytes 500-1048575/1048576"), FILE, FILE.length, -1, null));
		failure(Kind.FAILED);
	}

	@Test
	void lessThanWasSaidIsNeverTheWholeFile() throws IOException {
		serve((request, number) -> Reply.of(200).body(Arrays.copyOf(FILE, 5000)).saying(10_000).cutAt(5000));
		final var failure = failure(Kind.FAILED);
		assertTrue(failure.getMessage().contains("tried 4 times"), failure.getMessage());
		assertTrue(server.requests().size() >= 4);
	}

	@Test
	void aCutChunkIsNeverTheEnd() throws IOException {
		serve((request, number) -> number == 0 ? Reply.of(200).body(FILE).chunked().cutAt(70_000) : Reply.of(200).body(FILE).chunked());
		assertArrayEquals(FILE, read(0, -1, Optional.empty()));
		assertEquals(2, server.requests().size());
	}

	@Test
	void aFolderIsNoFile() throws IOException {
		serve((request, number) -> request.target().endsWith("/") ? Reply.text(200, "text/html", "<a href=x>x</a>") : Reply.redirect(301, "/image/"));
		failure(Kind.IS_FOLDER);
	}

	@Test
	void resumingAsksTheFirstAddressAgainWhereASignedOneMayHaveExpired() throws IOException {
		serve((request, number) -> request.target().startsWith("/image") ? Reply.redirect(302, "/signed?number=" + number)
				: request.header("range").isEmpty() ? Reply.file(request, FILE, "\"1\"").cutAt(500_000) : Reply.file(request, FILE, "\"1\""));
		assertArrayEquals(FILE, read(0, -1, Optional.empty()));
		final var targets = server.requests().stream().map(Request::target).toList();
		final int second = targets.lastIndexOf("/image?sig=s3cret");
		assertEquals("/image?sig=s3cret", targets.getFirst());
		assertTrue(second > 0, targets.toString());
		assertEquals(List.of("/signed?number=" + second), targets.subList(second + 1, targets.size()));
	}
}
