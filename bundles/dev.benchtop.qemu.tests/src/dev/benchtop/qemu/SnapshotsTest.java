package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Power.State;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.flash.DumpRequest;

/** States that are kept and come back, with real QEMU. */
@Timeout(300)
class SnapshotsTest {

	private static final Duration TIME = Duration.ofSeconds(60);
	private static final int SIZE = 1 << 20;

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Tools.require("qemu-system-aarch64", "qemu-system-x86_64", "qemu-img", "qemu-io");
		if (FirmwarePlaces.uboot(Arch.AARCH64, Host.system()).isEmpty()) {
			Tools.missing("u-boot-qemu");
		}
	}

	@Test
	void aBoardGoesOnFromWhereItWas() throws Exception {
		try (var board = new Virtual(folder, Configs.uboot().display())) {
			board.on();
			try (var script = board.script()) {
				GuestTest.prompt(script);
				script.uboot("setenv mood calm", TIME);
				board.snapshots().save("calm", "before the storm", Progress.none());
				script.uboot("setenv mood wild", TIME);
				board.snapshots().save("wild", "", Progress.none());

				board.snapshots().load("calm", Progress.none());
				assertEquals("mood=calm", mood(script));
			}
			final var tree = board.snapshots().tree();
			assertEquals(Optional.of("calm"), tree.current());
			final Snapshot calm = tree.find("calm").orElseThrow();
			assertTrue(calm.running());
			assertTrue(calm.bytes() > 1000, calm::toString);
			assertEquals("before the storm", calm.note());
			assertEquals(List.of("wild"), tree.children(Optional.of("calm")).stream().map(Snapshot::name).toList());
			assertArrayEquals("\u0089PNG".getBytes(StandardCharsets.ISO_8859_1), Arrays.copyOf(Files.readAllBytes(calm.picture().orElseThrow()), 4));

			board.off();
			board.snapshots().load("wild", Progress.none());
			assertEquals(State.ON, board.power().state());
			try (var script = Script.on(board.console(), "test", CancelToken.none(), board.console().position())) {
				assertEquals("mood=wild", mood(script));
			}

			board.snapshots().delete("calm", Progress.none());
			assertEquals(List.of("wild"), board.snapshots().tree().children(Optional.empty()).stream().map(Snapshot::name).toList());
			assertFalse(Files.exists(calm.picture().orElseThrow()));
		}
	}

	@Test
	void theDisksOfABoardThatIsOff() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			write(board, "root", 1);
			write(board, "data", 2);
			board.snapshots().save("first one", "", Progress.none());
			write(board, "root", 3);
			write(board, "data", 4);

			board.on();
			board.snapshots().load("first one", Progress.none());

			assertEquals(State.OFF, board.power().state());
			assertEquals(1, dump(board, "root")[0]);
			assertEquals(2, dump(board, "data")[0]);
			assertFalse(board.snapshots().tree().snapshots().getFirst().running());
			board.snapshots().delete("first one", Progress.none());
			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals(1, dump(board, "root")[0]);
		}
	}

	@Test
	void namesThatCannotBe() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			for (final String name : List.of("", "12", "a/b", "-d", "x".repeat(61))) {
				assertThrows(BenchException.class, () -> board.snapshots().save(name, "", Progress.none()), name);
			}
			board.snapshots().save("one", "", Progress.none());
			assertEquals("virtual: There is a snapshot one already\nGive another name, or delete that one first.",
					assertThrows(BenchException.class, () -> board.snapshots().save("one", "", Progress.none())).getMessage());
			assertEquals("virtual: There is no snapshot two\nSnapshots: one",
					assertThrows(BenchException.class, () -> board.snapshots().load("two", Progress.none())).getMessage());
		}
	}

	@Test
	void aResetTakesThemAlong() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.snapshots().save("one", "", Progress.none());
			write(board, "root", 1);
			final Path image = Files.write(folder.resolve("a.img"), new byte[SIZE]);
			assertEquals("The snapshots of the board are lost", board.flasher().plan(FlashTest.request(image)).steps().getLast());

			board.context().forget();
			board.verb("flasher", "reset", Map.of("target", "root"));

			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals("none", board.context().await("snapshots", TIME, _ -> true).word());
		}
	}

	@Test
	void whatADisposableRunWritesIsDropped() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disposable().firmware("uefi").disk("root", "1M"))) {
			if (FirmwarePlaces.uefi(Arch.X86_64, Host.system()).isEmpty()) {
				Tools.missing("ovmf");
			}
			board.on();
			final var run = Run.last(board.context().state().resolve("qemu/machine")).orElseThrow();
			assertTrue(board.awaitOn().detail().endsWith("it writes is dropped when it goes off"));
			board.io("disk0", "write -P 9 0 512");
			try (var layer = Qcow.open(run.temporary("root"), Optional.empty())) {
				assertTrue(layer.isWritten());
			}
			assertEquals("The board drops what it writes when it goes off, and a snapshot with it",
					assertThrows(BenchException.class, () -> board.snapshots().save("one", "", Progress.none())).what());
			assertTrue(Files.exists(run.temporary("root")));

			board.off();

			assertEquals(0, dump(board, "root")[0]);
			assertEquals(List.of(), board.context().leftovers());
			assertFalse(Files.exists(run.temporary("root")));
			assertFalse(Files.exists(run.temporary("variables")));
		}
	}

	private static String mood(Script script) throws BenchException {
		return script.uboot("printenv mood", TIME).output().strip();
	}

	private void write(Virtual board, String disk, int value) throws Exception {
		final Path disks = board.context().state().resolve("qemu/machine/disks").resolve(disk);
		if (Content.read(disks).isEmpty()) {
			dump(board, disk);
		}
		final Path overlay = disks.resolve(Content.read(disks).orElseThrow().overlay());
		final var result = Program.run(List.of("qemu-io", "-f", "qcow2", "-c", "write -P " + value + " 0 512", overlay.toString()), TIME, CancelToken.none());
		assertEquals(0, result.status(), result.words());
	}

	private byte[] dump(Virtual board, String disk) throws Exception {
		final Path file = Files.createTempDirectory(folder, "dump").resolve("disk");
		assertTrue(board.flasher().dump(new DumpRequest(disk, file), Progress.none()).succeeded());
		final byte[] bytes = Files.readAllBytes(file);
		assertEquals(SIZE, bytes.length);
		return bytes;
	}
}
