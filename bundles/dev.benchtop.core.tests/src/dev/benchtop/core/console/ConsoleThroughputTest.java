package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.BoardLocks;

class ConsoleThroughputTest {

	private static final int CHUNK = 1 << 15;
	private static final long TOTAL = 100L << 20;

	@TempDir
	Path folder;

	@Test
	void everyByteReachesTwoReadersAndTheLog() throws Exception {
		final var device = new FakeDevice();
		final Path log = folder.resolve("serial.log");
		try (var line = new ConsoleLine("serial", device, log, BoardLocks.of(folder.resolve("board")), "console:serial", 1 << 20, 1L << 30)) {
			line.open();
			final var done = new CountDownLatch(2);
			for (int i = 0; i < 2; i++) {
				final var got = new AtomicLong();
				line.attach((bytes, _) -> {
					if (got.addAndGet(bytes.length) == TOTAL) {
						done.countDown();
					}
				});
			}
			final var chunk = "[    0.000000] Linux version 6.1.0 a line of a boot log as they are\r\n".repeat(1000).substring(0, CHUNK).getBytes();
			for (long said = 0; said < TOTAL; said += CHUNK) {
				device.say(chunk);
			}
			assertTrue(done.await(5, TimeUnit.MINUTES));
			assertEquals(TOTAL, Files.size(log));
		}
	}
}
