package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.server.tftp.client.Noise;

@DisplayName("Packets at random")
class FuzzTest {

	@TempDir
	Path root;

	@Test
	@DisplayName("20,000 packets: no exception escapes, threads and descriptors are as many as before, the server still serves")
	void packets() throws Exception {
		final long seed = System.nanoTime();
		final long descriptors = Descriptors.of(root);
		final var settings = TftpSettings.defaults().withMaxWindow(64).withGiveUp(Duration.ofMillis(300)).withMaxUpload(100_000);
		try (var bed = new Bed(root, TftpFolder.Access.CREATE, settings)) {
			final var content = bed.file("b", 5000);
			bed.file("a", 100_000);
			try (var noise = new Noise(bed.server.address(), seed)) {
				do {
					noise.send(20_000);
				} while (bed.begun.size() <= 100);
			}
			assertArrayEquals(content, Bed.get(bed.client().sizes(1468, 16), "b"));
			while (bed.ended.size() < bed.begun.size()) {
				Thread.sleep(20);
			}
			assertTrue(bed.troubles.isEmpty());
		} catch (final Exception | AssertionError e) {
			throw new AssertionError("seed " + seed, e);
		}
		assertEquals(descriptors, Descriptors.of(root), "seed " + seed);
		assertTrue(Thread.getAllStackTraces().keySet().stream().noneMatch(thread -> thread.getName().equals("tftp")), "seed " + seed);
		try (var left = java.nio.file.Files.list(root)) {
			assertTrue(left.noneMatch(path -> path.getFileName().toString().endsWith(".part")), "seed " + seed);
		}
	}

	@Test
	@DisplayName("200,000 requests that are parsed: nothing but refusals")
	void requests() {
		final long seed = System.nanoTime();
		final var random = new Random(seed);
		for (int i = 0; i < 200_000; i++) {
			final var bytes = new byte[random.nextInt(40)];
			for (int at = 0; at < bytes.length; at++) {
				bytes[at] = (byte) (random.nextInt(3) == 0 ? 0 : "octetnasi./\\\u00fc".charAt(random.nextInt(13)));
			}
			try {
				final var request = Request.parse(1, ByteBuffer.wrap(bytes));
				Terms.agree(request, TftpSettings.defaults(), 16, 5);
				Name.clean(request.name());
			} catch (final TftpRefusal e) {
				assertTrue(e.error().code() > 0, "seed " + seed);
			}
		}
	}
}
