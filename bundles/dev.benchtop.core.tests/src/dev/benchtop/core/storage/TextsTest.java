package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Presigner.Request;
import dev.benchtop.core.storage.Checksums.Algorithm;

class TextsTest {

	@ParameterizedTest
	@CsvSource({"https://host/a/b.img,https://host/a/b.img", "https://joe:p@ss@host:1/a?x=1&y=2#z,https://host:1/a?\u2026", "http://host?,http://host",
			"s3:a?b@c,s3:a?b@c", "/a//b,/a//b", "oci://tok@host/x:1,oci://host/x:1"})
	void urlsLoseWhatMayBeASecret(String url, String shown) {
		assertEquals(shown, Urls.redacted(url));
	}

	@Test
	void aSignedRequestIsALineOfATool() throws BenchException {
		final var get = new Request("GET", "http://h/a?s=1&t='", Map.of("host", "h"));
		assertEquals("http://h/a?s=1&t='", SignedForm.URL.render(get, "a"));
		assertEquals("curl -f -L -o 'a'\\''b' 'http://h/a?s=1&t='\\'''", SignedForm.CURL.render(get, "a'b"));
		assertEquals("wget -O 'a' 'http://h/a?s=1&t='\\'''", SignedForm.WGET.render(get, "a"));
		assertEquals("wget ${loadaddr} 'http://h/a?s=1'", SignedForm.UBOOT.render(new Request("GET", "http://h/a?s=1", Map.of()), "a"));
		final var put = new Request("PUT", "http://h/a", Map.of("X-B", "2", "X-A", "1"));
		assertEquals("curl -f -T 'a' -H 'X-A: 1' -H 'X-B: 2' 'http://h/a'", SignedForm.CURL.render(put, "a"));
		assertEquals("wget -O - --method=PUT --body-file='a' --header='X-A: 1' --header='X-B: 2' 'http://h/a'", SignedForm.WGET.render(put, "a"));
		assertEquals("curl -f -I 'http://h/a'", SignedForm.CURL.render(new Request("HEAD", "http://h/a", Map.of()), "a"));
		assertEquals("wget -S --spider 'http://h/a'", SignedForm.WGET.render(new Request("HEAD", "http://h/a", Map.of()), "a"));
		assertThrows(BenchException.class, () -> SignedForm.UBOOT.render(put, "a"));
		assertThrows(BenchException.class, () -> SignedForm.UBOOT.render(new Request("GET", "http://h/a", Map.of("X", "1")), "a"));
	}

	@Test
	void failuresNameThePlaceOnce() {
		assertEquals("/a: It failed: permission denied", PathFailure.of("It failed", "/a", new AccessDeniedException("/a")).getMessage());
		assertEquals("s3:/a: It cannot be read: nothing lies there: 404",
				PathFailure.of("Other words", "/b", new NoSuchFileException("s3:/a", null, "cannot be read: nothing lies there: 404")).getMessage());
		assertEquals("s3:/a: It cannot be read: refused",
				PathFailure.of("Other words", "s3:/a", new AccessDeniedException("s3/storage:/a", null, "cannot be read: refused")).getMessage());
		assertEquals("http://host:1/a/b: It cannot be read: nothing lies there",
				PathFailure.of("Other words", "http://host:1/a/b", new NoSuchFileException("host:/b", null, "cannot be read: nothing lies there")).getMessage());
		assertEquals("http://host/a/b%20c: It cannot be read: refused",
				PathFailure.of("Other words", "http://host/a/b%20c", new AccessDeniedException("host:/b c", null, "cannot be read: refused")).getMessage());
		assertEquals("host:/sums: It cannot be read: refused",
				PathFailure.of("Other words", "http://host/a/b", new AccessDeniedException("host:/sums", null, "cannot be read: refused")).getMessage());
		assertEquals("http://h:8080/a?…: It cannot be read: refused: 403",
				PathFailure.of("Other words", "http://h:8080/a?…", new AccessDeniedException("http://h:8080/a?…", null, "cannot be read: refused: 403")).getMessage());
		assertEquals("s3:/a: It was not understood", PathFailure.of("Other words", "/b", new FileSystemException("s3:/a", null, "was not understood")).getMessage());
		assertEquals("/a: It failed: No space left on device",
				PathFailure.of("It failed", "/a", new FileSystemException("/a", null, "No space left on device")).getMessage());
	}

	@Test
	void filesAreDigested(@TempDir Path folder) throws Exception {
		final Path file = Files.writeString(folder.resolve("a"), "abc");
		final var done = new AtomicLong();
		final Progress progress = new Progress() {
			@Override
			public CancelToken token() {
				return CancelToken.none();
			}

			@Override
			public void advance(long bytes) {
				done.addAndGet(bytes);
			}
		};
		assertEquals("900150983cd24fb0d6963f7d28e17f72", Checksums.of(Location.of(file), Algorithm.MD5, progress));
		assertEquals("a9993e364706816aba3e25717850c26c9cd0d89d", Checksums.of(Location.of(file), Algorithm.SHA1, progress));
		assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", Checksums.of(Location.of(file), Algorithm.SHA256, progress));
		assertEquals(9, done.get());
		assertTrue(assertThrows(BenchException.class, () -> Checksums.of(Location.of(folder.resolve("none")), Algorithm.MD5, progress)).getMessage()
				.endsWith("The file cannot be read: it does not exist"));
	}
}
