package dev.benchtop.storage.http;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.storage.http.ScriptedServer.Request;

class UrlResolverTest {

	private static final byte[] IMAGE = Engines.bytes(3 << 20);

	@AutoClose
	private final UrlResolver resolver = new UrlResolver(Engines.QUICK);

	private Path path(String url) throws BenchException {
		return resolver.resolve(url, Optional.empty()).orElseThrow();
	}

	@Test
	void aUrlIsOneFile() throws Exception {
		try (var server = ScriptedServer.start(request -> Reply.file(request, IMAGE, "\"1\""))) {
			final Path path = path(server.url() + "/user%40x/my%20image.raw.xz?sig=%2B%40");
			assertEquals("my image.raw.xz", path.getFileName().toString());
			assertEquals(IMAGE.length, Files.size(path));
			assertTrue(Files.isRegularFile(path));
			assertArrayEquals(IMAGE, Files.readAllBytes(path));
			try (var children = Files.newDirectoryStream(path.getParent())) {
				children.forEach(child -> assertEquals(path, child));
			}
			assertFalse(Files.exists(path.resolveSibling("other")));
			assertEquals(Set.of("/user%40x/my%20image.raw.xz?sig=%2B%40"), server.requests().stream().map(Request::target).collect(Collectors.toSet()));
		}
	}

	@Test
	void itIsReadWhileItIsUsedAndGoesOnAfterACut(@TempDir Path folder) throws Exception {
		final var cuts = new AtomicInteger();
		try (var server = ScriptedServer.start(request -> request.target().startsWith("/from") ? Reply.redirect(307, "/to/a%40b.img?sig=s3cret")
				: request.method().equals("GET") && cuts.getAndIncrement() < 2 ? Reply.file(request, IMAGE, "\"1\"").cutAt(1_000_000) : Reply.file(request, IMAGE, "\"1\""))) {
			Files.copy(path(server.url() + "/from/a%40b.img?sig=s3cret"), folder.resolve("image"));
			assertArrayEquals(IMAGE, Files.readAllBytes(folder.resolve("image")));
			assertTrue(server.requests().stream().map(Request::target).filter(target -> target.startsWith("/to")).allMatch("/to/a%40b.img?sig=s3cret"::equals));
		}
	}

	@Test
	void errorsHaveNothingOfWhatIsSecret() throws Exception {
		try (var server = ScriptedServer.start(request -> Reply.text(403, "text/plain", "no access to " + request.target()))) {
			final Path path = path("http://joe:s3cret@127.0.0.1:" + server.port() + "/a/image.img?X-Amz-Signature=s3cret");
			final var failure = assertThrows(IOException.class, () -> Files.readAllBytes(path));
			assertEquals(server.url() + "/a/image.img?\u2026", failure.getMessage().split(": ")[0]);
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				assertFalse(cause.toString().contains("s3cret"), cause.toString());
			}
			assertFalse(path.toString().contains("s3cret") || path.toUri().toString().contains("s3cret"));
			assertTrue(failure.getMessage().contains("no access to /a/image.img?…"), failure.getMessage());
		}
	}

	@Test
	void otherTextsAreNoneOfIts() throws BenchException {
		for (final String text : List.of("store:a/b", "/a/b", "ftp://h/x", "oci://h/x", "httpd.conf")) {
			assertEquals(Optional.empty(), resolver.resolve(text, Optional.empty()));
		}
		final var failure = assertThrows(BenchException.class, () -> resolver.resolve("http://joe:s3cret@h:99999/?s3cret", Optional.empty()));
		assertFalse(failure.getMessage().contains("s3cret"), failure.getMessage());
	}
}
