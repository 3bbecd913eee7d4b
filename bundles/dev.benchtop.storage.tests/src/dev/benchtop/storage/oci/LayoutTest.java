package dev.benchtop.storage.oci;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.storage.backend.BackendException.Kind;
import dev.benchtop.storage.backend.BackendException;
import dev.benchtop.storage.http.HttpSettings;

class LayoutTest {

	private static final byte[] KERNEL = "kernel of a board".getBytes();

	@TempDir
	private Path folder;
	private final TestArtifact artifact = new TestArtifact().with("data/kernel", KERNEL);

	private OciBackend open(String reference) throws BackendException {
		return new OciBackends(Map.of(), folder.resolve("cache"), HttpSettings.STANDARD).open(OciReference.parse(reference, folder), OciConfig.of(reference),
				why -> { });
	}

	@Test
	void theOnlyTagNeedsNoName() throws IOException {
		artifact.layout(folder.resolve("images"), "v1");
		for (final String reference : new String[] {"layout:images", "layout:images:v1", "layout:images@" + Digest.of(artifact.manifest())}) {
			try (var backend = open(reference); var in = backend.read("data/kernel", 7, 2, Optional.empty())) {
				assertArrayEquals("of".getBytes(), in.readAllBytes());
			}
		}
		try (var backend = open("layout:images:v2")) {
			final var failure = assertThrows(BackendException.class, () -> backend.stat(""));
			assertEquals(Kind.MISSING, failure.kind());
			assertTrue(failure.getMessage().endsWith("names not just one of: v1"), failure.getMessage());
		}
	}

	@Test
	void aLayoutIsNamedByItsPath() throws Exception {
		artifact.with("data/initramfs", new byte[9]).layout(folder.resolve("images"), "v1");
		final var resolver = new OciResolver(new OciBackends(Map.of(), folder.resolve("cache"), HttpSettings.STANDARD));
		try {
			for (final String reference : new String[] {"layout:" + folder.resolve("images"), "layout:" + folder.resolve("images:v1")}) {
				final Path root = resolver.resolve(reference, Optional.empty()).orElseThrow();
				assertArrayEquals(KERNEL, Files.readAllBytes(root.resolve("data/kernel")));
			}
			assertEquals(Optional.empty(), resolver.resolve("layout:images", Optional.empty()));
			final var failure = assertThrows(BenchException.class, () -> resolver.resolve("layout:" + folder.resolve("none"), Optional.empty()));
			assertTrue(failure.why().orElseThrow().contains("none"), failure.getMessage());
		} finally {
			resolver.close();
		}
	}

	@Test
	void aFolderThatIsNoLayoutIsToldSo() throws IOException {
		try (var backend = open("layout:images")) {
			assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> backend.stat("")).kind());
		}
	}

	@Test
	void aDamagedBlobIsNotRead() throws IOException {
		artifact.layout(folder.resolve("images"), "v1");
		final Path blob = folder.resolve("images/blobs/sha256/" + Digest.of(KERNEL).hex());
		Files.writeString(blob, "Kernel of a board");
		try (var backend = open("layout:images")) {
			assertTrue(assertThrows(BackendException.class, () -> backend.read("data/kernel", 0, -1, Optional.empty())).getMessage().contains("damaged"));
			assertTrue(Files.exists(blob));
			Files.delete(blob);
			assertEquals(Kind.MISSING, assertThrows(BackendException.class, () -> backend.read("data/kernel", 0, -1, Optional.empty())).kind());
		}
	}
}
