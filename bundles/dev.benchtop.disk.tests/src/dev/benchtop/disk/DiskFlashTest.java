package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;

class DiskFlashTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;
	private DiskBench bench;

	@BeforeEach
	void setUp() throws IOException {
		bench = new DiskBench(Files.createDirectory(folder.resolve("home")), new Disks());
	}

	private Path image(String name, int bytes) throws IOException {
		final var content = new byte[bytes];
		new Random(name.hashCode()).nextBytes(content);
		Arrays.fill(content, bytes / 3, bytes / 2, (byte) 0);
		return Files.write(folder.resolve(name), content);
	}

	@Test
	void anImageIsOnTheDiskVerified() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 32 * MIB)) {
			disk.fill((byte) 0x5a);
			final Path image = image("image", 11 * MIB + 12345);
			final FlashReport report = bench.flash(disk.device(), DiskBench.request(image, ""));
			assertEquals(Optional.empty(), report.failure().map(Throwable::getMessage));
			assertEquals(Outcome.VERIFIED, report.outcome());
			assertEquals(Files.size(image), report.bytes());
			assertArrayEquals(Files.readAllBytes(image), disk.content(0, 11 * MIB + 12345));
			final byte[] rest = disk.content(11 * MIB + 12345, 4096);
			final var untouched = new byte[4096];
			Arrays.fill(untouched, (byte) 0x5a);
			assertArrayEquals(untouched, rest, "what lies behind the image is left alone");
		}
	}

	@Test
	void whatIsOnTheDiskIsReadBackIntoAFile() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB + 512)) {
			disk.fill((byte) 7);
			final FlashReport report = bench.dump(disk.device(), "disk", folder.resolve("copy"));
			assertEquals(Optional.empty(), report.failure().map(Throwable::getMessage));
			assertEquals(-1, Files.mismatch(folder.resolve("disk"), folder.resolve("copy")));
		}
	}

	@Test
	void theJournalKnowsTheDisk() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB)) {
			bench.flash(disk.device(), DiskBench.request(image("image", MIB), ""));
			final var entry = bench.flashing.history(bench.board(disk.device())).getFirst();
			assertEquals(Outcome.VERIFIED, entry.outcome());
			assertTrue(entry.identity().contains(folder.resolve("disk").toString()), entry.identity());
		}
	}
}
