package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;

class DiskResumeTest {

	private static final int MIB = 1 << 20;
	private static final int SECTORS_WRITTEN = 6;

	@TempDir
	private Path folder;
	private Path home;
	private DiskBench bench;

	@BeforeEach
	void setUp() throws IOException {
		home = Files.createDirectory(folder.resolve("home"));
		bench = new DiskBench(home, new Disks());
	}

	private Path image() throws IOException {
		final var content = new byte[40 * MIB];
		new Random(5).nextBytes(content);
		return Files.write(folder.resolve("image"), content);
	}

	private static long written(LoopDisk disk) throws IOException {
		return 512 * Long.parseLong(Files.readString(Path.of("/sys/block", disk.name(), "stat")).strip().split("\\s+")[SECTORS_WRITTEN]);
	}

	@Test
	void aKilledFlashGoesOnFromWhereItWas() throws Exception {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 64 * MIB)) {
			final Path image = image();
			FlashChild.killed(home, disk.device(), image, 25 * MIB);
			final var entry = bench.flashing.history(bench.board(disk.device())).getFirst();
			assertTrue(entry.interrupted());
			assertEquals(Outcome.INCOMPLETE, entry.outcome());
			assertArrayEquals(new byte[MIB], disk.content(0, MIB), "the first MiB comes last");
			final var request = DiskBench.request(image, "").with(bench.consent(disk.device(), ""));
			assertTrue(bench.flashing.plan(bench.node(disk.device()), request).steps().stream().anyMatch(step -> step.contains("interrupted")));
			final long before = written(disk);
			final FlashReport report = bench.flash(disk.device(), DiskBench.request(image, ""));
			assertEquals(Optional.empty(), report.failure().map(Throwable::getMessage));
			assertEquals(Outcome.VERIFIED, report.outcome());
			assertEquals(40L * MIB, report.bytes());
			assertArrayEquals(Files.readAllBytes(image), disk.content(0, 40 * MIB));
			assertTrue(written(disk) - before <= 20 * MIB, () -> "what was there is not written again");
		}
	}

	@Test
	void whatIsNotThereAnyMoreIsWrittenAgain() throws Exception {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 64 * MIB)) {
			final Path image = image();
			FlashChild.killed(home, disk.device(), image, 25 * MIB);
			try (var content = new RandomAccessFile(disk.device().toFile(), "rw")) {
				content.seek(13 * MIB);
				content.write(new byte[MIB]);
				content.getFD().sync();
			}
			assertEquals(Outcome.VERIFIED, bench.flash(disk.device(), DiskBench.request(image, "")).outcome());
			assertArrayEquals(Files.readAllBytes(image), disk.content(0, 40 * MIB));
		}
	}
}
