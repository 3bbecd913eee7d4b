package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.CRC32;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.server.tftp.client.Relay;
import dev.benchtop.server.tftp.client.TftpClient;

@DisplayName("Many clients")
class LoadTest {

	private static final int CLIENTS = 32;

	@TempDir
	Path root;

	@Test
	@DisplayName("32 clients at once fetch 1 MiB each through a network that loses 1 %: all hashes match, and one thread serves them")
	void lossy() throws Exception {
		final long seed = System.nanoTime();
		try (var bed = Bed.prompt(root);
				var relay = new Relay(bed.server.address(), new Relay.Faults(10, 0, 0, 0), seed);
				var pool = Executors.newFixedThreadPool(CLIENTS)) {
			final var content = bed.file("a", 1 << 20);
			final var expected = new CRC32();
			expected.update(content);
			final var clients = new ArrayList<Callable<Long>>();
			for (int i = 0; i < CLIENTS; i++) {
				final int window = 1 << i % 5;
				clients.add(() -> {
					final var seen = new CRC32();
					new TftpClient(relay.address()).sizes(1468, window).patience(1000, 30_000).get("a", seen::update);
					return seen.getValue();
				});
			}
			for (final var hash : pool.invokeAll(clients)) {
				assertEquals(expected.getValue(), hash.get(), "seed " + seed);
			}
			assertEquals(CLIENTS, bed.begun.size());
			assertTrue(Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("tftp")).count() == 1);
		}
	}
}
