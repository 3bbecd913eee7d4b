package dev.benchtop.storage.oci;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BlobCacheTest {

	private static final int SIZE = 1000;

	@TempDir
	Path folder;

	private Digest put(BlobCache cache, int seed, int size) throws Exception {
		final byte[] blob = new byte[size];
		new Random(seed).nextBytes(blob);
		final Digest digest = Digest.of(blob);
		cache.keep(digest, blob);
		return digest;
	}

	/** Makes it look as if it was used so many hours ago. */
	private void age(BlobCache cache, Digest digest, int hours) throws Exception {
		final var used = FileTime.from(Instant.now().minusSeconds(hours * 3600L));
		Files.getFileAttributeView(cache.blobs().file(digest), BasicFileAttributeView.class).setTimes(null, used, null);
	}

	@Test
	void whatWasUsedTheLongestAgoMakesRoom() throws Exception {
		try (var cache = new BlobCache(folder, 3 * SIZE)) {
			final Digest first = put(cache, 1, SIZE);
			final Digest second = put(cache, 2, SIZE);
			final Digest third = put(cache, 3, SIZE);
			age(cache, first, 3);
			age(cache, second, 2);
			age(cache, third, 1);
			assertTrue(cache.manifest(first).isPresent());

			final Digest fourth = put(cache, 4, SIZE);

			assertTrue(cache.manifest(first).isPresent());
			assertFalse(cache.manifest(second).isPresent());
			assertTrue(cache.manifest(third).isPresent());
			assertTrue(cache.manifest(fourth).isPresent());
		}
	}

	@Test
	void aBlobOverTheLimitIsThereAloneAndUnfinishedOnesStay() throws Exception {
		try (var cache = new BlobCache(folder, 3 * SIZE)) {
			final Digest first = put(cache, 1, SIZE);
			final Path unfinished = Files.write(cache.blobs().begin(first), new byte[9 * SIZE]);
			final Digest big = put(cache, 2, 4 * SIZE);
			assertFalse(cache.manifest(first).isPresent());
			assertEquals(4 * SIZE, cache.manifest(big).orElseThrow().length);
			assertTrue(Files.exists(unfinished));
		}
	}
}
