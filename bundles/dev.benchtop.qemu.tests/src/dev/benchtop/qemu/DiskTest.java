package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.testing.Needs;

class DiskTest {

	private static final int ODD = 3 * 65536 + 1000;

	@TempDir
	Path folder;
	private Disk disk;

	@BeforeEach
	void disk() {
		Needs.programs("qemu-img", "qemu-io");
		disk = new Disk("root", DiskSize.atLeast(8 << 20), Optional.empty(), folder.resolve("root"), new QemuImg(Host.system()));
	}

	@Test
	void isEmptyAndOfItsSizeBeforeItIsFlashed() throws Exception {
		assertEquals("empty", disk.target().content());
		try (var view = disk.view()) {
			assertEquals(8 << 20, disk.contentLength(view));
			assertArrayEquals(new byte[8 << 20], read(view, 8 << 20));
		}
	}

	@Test
	void holdsWhatWasCommitted() throws Exception {
		final byte[] image = flash(ODD, 1);

		assertArrayEquals(image, dump());
		assertTrue(disk.target().content().startsWith("a.img, 193 KiB, flashed "), disk.target().content());
	}

	@Test
	void holdsTheOldContentUntilTheCommit() throws Exception {
		final byte[] image = flash(ODD, 1);

		try (var session = disk.staged("b.img").open()) {
			session.write(ByteBuffer.wrap(new byte[5000]), 0);
		}

		assertArrayEquals(image, dump());
		assertEquals(3, files().size(), files().toString());
	}

	@Test
	void takesAwayWhatAKilledProcessLeft() throws Exception {
		flash(ODD, 1);
		Files.write(folder.resolve("root/half.raw"), new byte[100]);

		final byte[] image = flash(ODD, 2);

		assertArrayEquals(image, dump());
		assertEquals(3, files().size(), files().toString());
	}

	@Test
	void aLongerImageMakesTheDiskAsLong() throws Exception {
		final byte[] image = flash(9 << 20, 3);

		assertArrayEquals(image, dump());
	}

	@Test
	void theBoardWritesToTheOverlayOnly() throws Exception {
		final byte[] image = flash(ODD, 1);
		final Path base = only(".raw");

		write(4096, 512, 0x5a);

		assertArrayEquals(image, Files.readAllBytes(base));
		final byte[] seen = dump();
		assertEquals(ODD, seen.length);
		assertEquals(0x5a, seen[4096]);
		assertEquals(image[4608], seen[4608]);
	}

	@Test
	void aWriteToTheLastClusterOfTheImageKeepsItsLength() throws Exception {
		flash(ODD, 1);

		write(3 * 65536, 512, 0x5a);

		assertEquals(ODD, dump().length);
	}

	@Test
	void aWritePastTheImageMakesTheWholeDiskContent() throws Exception {
		flash(ODD, 1);

		write(4 << 20, 512, 0x5a);

		final byte[] seen = dump();
		assertEquals(8 << 20, seen.length);
		assertEquals(0x5a, seen[4 << 20]);
	}

	@Test
	void whatIsSeenIsWhatQemuSees() throws Exception {
		flash(ODD, 1);
		final var random = new Random(4);
		for (int count = 0; count < 20; count++) {
			write(random.nextInt(16000) * 512L, 512 * (1 + random.nextInt(300)) & ~511, random.nextInt(256));
		}
		final Path raw = folder.resolve("raw");
		run("qemu-img", "convert", "-O", "raw", disk.overlay().toString(), raw.toString());

		try (var view = disk.view()) {
			assertArrayEquals(Files.readAllBytes(raw), read(view, (int) view.size()));
		}
	}

	@Test
	void resetDropsWhatTheBoardWrote() throws Exception {
		final byte[] image = flash(ODD, 1);
		write(0, 512, 0x5a);
		assertTrue(disk.isWritten());

		disk.reset();

		assertFalse(disk.isWritten());
		assertArrayEquals(image, dump());
		assertTrue(disk.target().content().startsWith("a.img"));
	}

	@Test
	void mergeMakesItTheBase() throws Exception {
		flash(ODD, 1);
		write(1024, 512, 0x5a);
		final byte[] seen = dump();

		disk.merge(Progress.none());

		assertFalse(disk.isWritten());
		assertArrayEquals(seen, dump());
		assertArrayEquals(seen, Files.readAllBytes(only(".raw")));
	}

	@Test
	void aCancelledMergeChangesNothing() throws Exception {
		flash(ODD, 1);
		write(1024, 512, 0x5a);
		final byte[] seen = dump();
		final var token = CancelToken.none();
		token.cancel();

		assertThrows(BenchException.class, () -> disk.merge(Progress.of(token)));

		assertTrue(disk.isWritten());
		assertArrayEquals(seen, dump());
		assertEquals(3, files().size(), files().toString());
	}

	@Test
	void growsWithItsConfiguration() throws Exception {
		final byte[] image = flash(ODD, 1);
		final var larger = new Disk("root", DiskSize.atLeast(16 << 20), Optional.empty(), folder.resolve("root"), new QemuImg(Host.system()));

		larger.overlay();

		try (var view = larger.view()) {
			assertEquals(16 << 20, view.size());
			assertArrayEquals(image, read(view, ODD));
		}
	}

	@Test
	void oneThatCouldNeverBeFilledIsRefusedUntilItsSizeIsAnother() throws Exception {
		final byte[] image = flash(ODD, 1);
		final var huge = new Disk("root", DiskSize.exactly(256L << 40), Optional.empty(), folder.resolve("root"), new QemuImg(Host.system()));
		huge.reset();

		for (int i = 0; i < 2; i++) {
			assertTrue(assertThrows(BenchException.class, huge::overlay).what().startsWith("Not enough disk space: need 256 TiB more"));
		}

		disk.reset();
		disk.overlay();
		assertArrayEquals(image, dump());
	}

	@Test
	void snapshotsOnAnImageThatHasChangedAreNotDropped() throws Exception {
		final var tool = new QemuImg(Host.system());
		final Path image = Files.write(folder.resolve("golden"), new byte[1 << 20]);
		final var golden = new Disk("root", DiskSize.atLeast(0), Optional.of(image), folder.resolve("other"), tool);
		tool.snapshot("-c", "one", golden.overlay());
		assertTrue(golden.isWritten());
		Files.setLastModifiedTime(image, FileTime.fromMillis(0));

		assertTrue(assertThrows(BenchException.class, golden::overlay).what().startsWith("The image " + image + " has changed"));

		golden.reset();
		assertFalse(golden.isWritten());
	}

	private byte[] flash(int length, int seed) throws Exception {
		final var image = new byte[length];
		new Random(seed).nextBytes(image);
		try (var session = disk.staged("a.img").open()) {
			session.write(ByteBuffer.wrap(image), 0);
			session.sync();
			session.commit(length);
		}
		return image;
	}

	private byte[] dump() throws Exception {
		try (var view = disk.view()) {
			return read(view, (int) disk.contentLength(view));
		}
	}

	private static byte[] read(Qcow view, int length) throws IOException {
		final var bytes = ByteBuffer.allocate(length);
		view.position(0);
		while (bytes.hasRemaining() && view.read(bytes) >= 0) {
			continue;
		}
		return bytes.array();
	}

	private void write(long offset, int length, int value) throws Exception {
		run("qemu-io", "-f", "qcow2", "-c", "write -P " + value + " " + offset + " " + length, disk.overlay().toString());
	}

	private static void run(String... command) throws Exception {
		final var result = Program.run(List.of(command), Duration.ofSeconds(20), CancelToken.none());
		assertEquals(0, result.status(), result.words());
	}

	private Path only(String ending) throws IOException {
		return files().stream().filter(file -> file.toString().endsWith(ending)).findFirst().orElseThrow();
	}

	private List<Path> files() throws IOException {
		try (var files = Files.list(folder.resolve("root"))) {
			return files.toList();
		}
	}
}
