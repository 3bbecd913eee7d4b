package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.image.BlockMap;

class DiskBackupTest {

	private static final int MIB = 1 << 20;

	@TempDir
	private Path folder;
	private DiskBench bench;

	@BeforeEach
	void setUp() throws IOException {
		bench = new DiskBench(Files.createDirectory(folder.resolve("home")), new Disks());
	}

	private FlashReport backUp(LoopDisk disk, Path file) throws BenchException {
		return bench.flashing.dump(bench.node(disk.device()), new DumpRequest("disk", file, true), Progress.none());
	}

	/** A file system with a file of random bytes, one of zeros, and a large one that was deleted. */
	private byte[] fileSystem(LoopDisk disk) throws IOException {
		LoopDisk.run("mkfs.ext4", "-q", disk.device().toString());
		final var content = new byte[3 * MIB];
		new Random(3).nextBytes(content);
		final Path point = Files.createDirectory(folder.resolve("point"));
		LoopDisk.run("mount", disk.device().toString(), point.toString());
		try {
			Files.write(point.resolve("file"), content);
			Files.write(point.resolve("zeros"), new byte[2 * MIB]);
			Files.write(point.resolve("deleted"), new byte[8 * MIB]);
			LoopDisk.run("sync");
			Files.delete(point.resolve("deleted"));
		} finally {
			LoopDisk.run("umount", point.toString());
		}
		return content;
	}

	@Test
	void aPackedBackupWithItsMapRestoresAllThatMattersOnADiskFullOfOtherThings() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 64 * MIB); var other = LoopDisk.of(folder.resolve("other"), 64 * MIB)) {
			final byte[] content = fileSystem(disk);
			final Path file = folder.resolve("backup.img.zst");
			final FlashReport report = backUp(disk, file);
			assertEquals(Optional.empty(), report.failure().map(Throwable::getMessage));
			assertEquals(Outcome.VERIFIED, report.outcome());
			LoopDisk.run("zstd", "-q", "-d", file.toString(), "-o", folder.resolve("unpacked").toString());
			assertEquals(-1, Files.mismatch(folder.resolve("disk"), folder.resolve("unpacked")));
			final BlockMap map = BlockMap.read(folder.resolve("backup.img.zst.bmap"));
			assertEquals(64L * MIB, map.size());
			assertTrue(map.mapped() < 32L * MIB, () -> map.mapped() + " bytes are mapped");

			other.fill((byte) 0xa5);
			final FlashReport restored = bench.flash(other.device(), DiskBench.request(file, ""));
			assertEquals(Optional.empty(), restored.failure().map(Throwable::getMessage));
			LoopDisk.run("e2fsck", "-fn", other.device().toString());
			final Path point = Files.createDirectory(folder.resolve("restored"));
			LoopDisk.run("mount", "-o", "ro", other.device().toString(), point.toString());
			try {
				assertArrayEquals(content, Files.readAllBytes(point.resolve("file")));
				assertArrayEquals(new byte[2 * MIB], Files.readAllBytes(point.resolve("zeros")));
			} finally {
				LoopDisk.run("umount", point.toString());
			}
		}
	}

	@Test
	void theMapIsOneForBmaptoolToo() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 32 * MIB)) {
			fileSystem(disk);
			final Path file = folder.resolve("backup.img");
			assertEquals(Outcome.VERIFIED, backUp(disk, file).outcome());
			LoopDisk.run("bmaptool", "copy", "--bmap", file + ".bmap", file.toString(), folder.resolve("restored.img").toString());
			LoopDisk.run("e2fsck", "-fn", folder.resolve("restored.img").toString());
		}
	}

	@Test
	void ofADiskThatIsNotUnderstoodAllIsMapped() throws IOException, BenchException {
		try (var disk = LoopDisk.of(folder.resolve("disk"), 8 * MIB)) {
			final Path file = folder.resolve("backup.img");
			assertEquals(Outcome.VERIFIED, backUp(disk, file).outcome());
			assertEquals(8L * MIB, BlockMap.read(folder.resolve("backup.img.bmap")).mapped());
		}
	}
}
