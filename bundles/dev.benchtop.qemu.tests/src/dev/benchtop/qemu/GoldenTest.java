package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.testing.Needs;

/** Disks that begin with an image of the user's, their sizes, and firmware that is flashed. */
@Timeout(180)
class GoldenTest {

	private static final int LENGTH = 1 << 20;
	private static final Duration TIME = Duration.ofSeconds(60);

	@TempDir
	Path folder;
	private Path raw;
	private byte[] bytes;

	@BeforeEach
	void image() throws Exception {
		Needs.programs("qemu-system-x86_64", "qemu-img", "qemu-io");
		bytes = new byte[LENGTH];
		new Random(1).nextBytes(bytes);
		raw = Files.write(folder.resolve("golden.raw"), bytes);
	}

	@ParameterizedTest
	@ValueSource(strings = {"raw", "qcow2", "qcow", "vmdk"})
	void itIsUsedAndNeverWrittenTo(String format) throws Exception {
		final Path image = converted(format);
		final byte[] before = Files.readAllBytes(image);
		try (var board = new Virtual(folder, Configs.bare().partition("root", image))) {
			assertArrayEquals(bytes, dump(board));
			assertTrue(board.flasher().targets().getFirst().content().startsWith(image.getFileName() + ", 1.0 MiB"), board.flasher().targets()::toString);

			board.on();
			board.io("disk0", "write -P 9 0 512");
			board.off();

			final byte[] seen = dump(board);
			assertEquals(9, seen[0]);
			assertEquals(bytes[512], seen[512]);
			board.verb("flasher", "reset", Map.of("target", "root"));
			assertArrayEquals(bytes, dump(board));
			assertArrayEquals(before, Files.readAllBytes(image));
		}
	}

	@Test
	void whatIsFlashedTakesItsPlaceAndCommitLeavesItAlone() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M", raw))) {
			write(board, 7);
			board.verb("flasher", "commit", Map.of("target", "root"));
			assertEquals(7, dump(board)[0]);
			assertArrayEquals(bytes, Files.readAllBytes(raw));

			final Path other = Files.write(folder.resolve("other.img"), new byte[] {1, 2, 3});
			assertEquals(Outcome.VERIFIED, board.flasher().flash(FlashTest.request(other), Progress.none()).outcome());
			assertArrayEquals(new byte[] {1, 2, 3}, Arrays.copyOf(dump(board), 3));
		}
	}

	@Test
	void anImageThatChangedBelowWhatTheBoardWroteIsNotUsed() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M", raw))) {
			write(board, 7);
			Files.write(raw, new byte[2 * LENGTH]);

			final var error = assertThrows(BenchException.class, board::on);
			assertTrue(error.getMessage().contains("has changed below what the board wrote to root"), error.getMessage());

			board.verb("flasher", "reset", Map.of("target", "root"));
			assertEquals(2 * LENGTH, dump(board).length);
		}
	}

	@Test
	void aFormatThatIsNoneOfThoseIsNamed() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M", converted("vdi")))) {
			final var error = assertThrows(BenchException.class, board::on);

			assertEquals("Unsupported image format: vdi", error.what());
		}
	}

	@Test
	void anImageThatIsNotThereIsNamed() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M", folder.resolve("none.img")))) {
			assertEquals("The image " + folder.resolve("none.img") + " cannot be read", assertThrows(BenchException.class, board::on).what());
		}
	}

	@Test
	void aDiskIsNotMadeShorterThanItsImage() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().partition("root", raw).diskSize("512K"))) {
			final var error = assertThrows(BenchException.class, board::on);

			assertEquals("root: Shrinking a disk is not supported: current 1.0 MiB, requested 512 KiB", error.getMessage().lines().findFirst().orElseThrow());
		}
	}

	@Test
	void aDiskThatCouldNeverBeFilledIsRefused() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M"))) {
			final var size = Map.<String, Object>of("target", "root", "size", ByteSize.parse("1024T"));

			final var error = assertThrows(BenchException.class, () -> board.verb("", "resize-disk", size));

			assertTrue(error.what().startsWith("Not enough disk space: need 1024 TiB more for the disk to fill, only "), error.getMessage());
			assertEquals(LENGTH, dump(board).length);
		}
	}

	@Test
	void whatASparseDiskTakesAlreadyIsNotAskedForAgain() throws Exception {
		final var size = DiskSize.exactly(4 << 20);
		final long free = Files.getFileStore(folder).getUsableSpace();

		assertTrue(size.grows("root", free + LENGTH, LENGTH, () -> 2 * LENGTH, folder));
		assertThrows(BenchException.class, () -> size.grows("root", Long.MAX_VALUE, LENGTH, () -> 2 * LENGTH, folder));
	}

	@Test
	void theConfiguredSizeIsWhatTheBoardSees() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().partition("root", raw).diskSize("20G"))) {
			if (Files.getFileStore(folder).getUsableSpace() < 20L << 30) {
				final var error = assertThrows(BenchException.class, board::on);
				assertTrue(error.what().startsWith("Not enough disk space: need "), error.getMessage());
				return;
			}
			board.on();
			assertEquals(20L << 30, board.length("disk0"));
		}
	}

	@Test
	void firmwareIsFlashedAndReadBack() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			final Path bios = Files.write(folder.resolve("seabios.bin"), new byte[] {4, 5, 6});
			assertEquals("that of the configured firmware", board.flasher().targets().get(1).content());

			assertTrue(board.flasher().flash(request(bios, "bios"), Progress.none()).succeeded());

			assertEquals("bios, 3 B", board.flasher().targets().get(1).content());
			assertArrayEquals(new byte[] {4, 5, 6}, dump(board, "bios"));
			final String line = String.join(" ", board.commandLine().commandLine());
			assertTrue(line.contains("-bios " + board.context().state().resolve("qemu/machine/firmware/bios")), line);
			assertEquals("The partition OVMF_CODE.fd holds nothing", assertThrows(BenchException.class, () -> dump(board, "OVMF_CODE.fd")).what());
		}
	}

	@Test
	void newVariablesTakeThePlaceOfTheBoardsOwn() throws Exception {
		final Path code = Files.write(folder.resolve("code.fd"), new byte[4096]);
		final byte[] empty = new byte[4096];
		Arrays.fill(empty, (byte) 0xff);
		final Path variables = Files.write(folder.resolve("vars.fd"), empty);
		try (var board = new Virtual(folder, Configs.bare().partition("OVMF_CODE.fd", code).partition("OVMF_VARS.fd", variables))) {
			board.commandLine().commandLine();
			assertArrayEquals(empty, dump(board, "OVMF_VARS.fd"));
			final byte[] others = new byte[4096];

			assertTrue(board.flasher().flash(request(Files.write(folder.resolve("others.fd"), others), "OVMF_VARS.fd"), Progress.none()).succeeded());

			board.commandLine().commandLine();
			assertArrayEquals(others, dump(board, "OVMF_VARS.fd"));
			assertArrayEquals(empty, Files.readAllBytes(variables));
		}
	}

	@Test
	void aFlashThatTakesTooLongIsGivenUp() throws Exception {
		final var deadline = new Deadline(Duration.ofMillis(1));
		final var token = CancelToken.none();
		final var error = assertThrows(BenchException.class, () -> deadline.keep(Progress.of(token), () -> {
			while (!token.isCancelled()) {
				Thread.onSpinWait();
			}
			throw BenchException.cancelled();
		}));

		assertEquals("The flash took longer than 0 s", error.what());
	}

	@Test
	void aFlashThatStandsStillForAWhileGoesOn() throws Exception {
		final var token = CancelToken.none();
		final var report = new FlashReport(Outcome.VERIFIED, 1, Optional.empty(), "root", Duration.ZERO, List.of(), Optional.empty());

		assertSame(report, new Deadline(Duration.ofHours(1)).keep(Progress.of(token), () -> {
			LockSupport.parkNanos(Deadline.LOOK.toNanos() * 11 / 10); // longer than it is looked whether the time is over
			return report;
		}));

		assertFalse(token.isCancelled());
	}

	private Path converted(String format) throws Exception {
		final Path image = folder.resolve("golden." + format);
		if (!format.equals("raw")) {
			new QemuImg(Host.system()).convert(raw, "raw", image, format);
		}
		return image;
	}

	private void write(Virtual board, int value) throws Exception {
		dump(board);
		final Path disk = board.context().state().resolve("qemu/machine/disks/root");
		final Path overlay = disk.resolve(Content.read(disk).orElseThrow().overlay());
		final var result = Program.run(List.of("qemu-io", "-f", "qcow2", "-c", "write -P " + value + " 0 512", overlay.toString()), TIME, CancelToken.none());
		assertEquals(0, result.status(), result.words());
	}

	private static FlashRequest request(Path image, String target) {
		return new FlashRequest(image, image.getFileName().toString(), target, true, Optional.empty());
	}

	private byte[] dump(Virtual board) throws Exception {
		return dump(board, "root");
	}

	private byte[] dump(Virtual board, String target) throws Exception {
		final Path file = Files.createTempDirectory(folder, "dump").resolve("file");
		assertTrue(board.flasher().dump(new DumpRequest(target, file), Progress.none()).succeeded());
		return Files.readAllBytes(file);
	}
}
