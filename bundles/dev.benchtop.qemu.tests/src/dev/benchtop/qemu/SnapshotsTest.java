package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Power.State;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.testing.Needs;

/** States that are kept and come back, with real QEMU. */
@Timeout(300)
class SnapshotsTest {

	private static final Duration TIME = Duration.ofSeconds(60);
	private static final int SIZE = 1 << 20;

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-aarch64", "qemu-system-x86_64", "qemu-img", "qemu-io");
		if (FirmwarePlaces.uboot(Arch.AARCH64, Host.system()).isEmpty()) {
			Needs.missing("u-boot-qemu");
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
			assertEquals("Snapshots that are lost: one.", board.flasher().plan(FlashTest.request(image)).steps().getLast());

			board.context().forget();
			board.verb("flasher", "reset", Map.of("target", "root"));

			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals("none", board.context().await("snapshots", TIME, _ -> true).word());
		}
	}

	@Test
	void whereTheyCannotBeReadTheirLossIsStillSaid() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M"))) {
			write(board, "root", 1);
			try (var overlay = FileChannel.open(overlay(board, "root"), StandardOpenOption.WRITE)) {
				overlay.write(ByteBuffer.allocate(12).putInt(1).putLong(1L << 40).flip(), 60); // a table of snapshots past the end
			}
			final Path image = Files.write(folder.resolve("a.img"), new byte[SIZE]);

			assertEquals("Snapshots, if there are any, are lost.", board.flasher().plan(FlashTest.request(image)).steps().getLast());
			final String loss = board.flasher().verbs().stream().filter(verb -> verb.id().equals("reset")).findFirst().orElseThrow().loss();
			assertTrue(loss.endsWith(" Snapshots, if there are any, are lost."), loss);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"flash", "reset", "commit"})
	void whatOneDiskLosesGoesFromTheOthersToo(String what) throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			board.snapshots().save("one", "", Progress.none());
			board.snapshots().save("two", "", Progress.none());
			write(board, "root", 1);
			final Path image = Files.write(folder.resolve("a.img"), new byte[SIZE]);

			if (what.equals("flash")) {
				assertEquals("Snapshots that are lost: one, two.", board.flasher().plan(FlashTest.request(image)).steps().getLast());
				assertTrue(board.flasher().flash(FlashTest.request(image), Progress.none()).succeeded());
			} else {
				final String loss = board.flasher().verbs().stream().filter(verb -> verb.id().equals(what)).findFirst().orElseThrow().loss();
				assertTrue(loss.endsWith(" Snapshots that are lost: one, two."), loss);
				board.verb("flasher", what, Map.of("target", "root"));
			}

			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals(List.of(), QcowSnapshots.of(overlay(board, "data")));
			board.snapshots().save("one", "again", Progress.none());
			assertEquals("again", board.snapshots().tree().find("one").orElseThrow().note());
		}
	}

	@Test
	void aFlashThatChangesNothingLosesNone() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			board.snapshots().save("one", "", Progress.none());
			final Path broken = Files.write(folder.resolve("a.img.gz"), new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3});

			assertThrows(BenchException.class, () -> board.flasher().flash(FlashTest.request(broken), Progress.none()));

			assertEquals(Optional.of("one"), board.snapshots().tree().current());
			board.snapshots().load("one", Progress.none());
		}
	}

	@Test
	void whatIsFoundInTheDisksIsOffered() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			write(board, "root", 1);
			write(board, "data", 2);
			make("all", overlay(board, "root"));
			make("all", overlay(board, "data"));
			make("part", overlay(board, "data"));
			write(board, "root", 3);
			write(board, "data", 4);

			final var tree = board.snapshots().tree();
			assertEquals(List.of("all: Found in the disks", "part: Only in data: the board cannot be taken back to it"),
					tree.snapshots().stream().map(snapshot -> snapshot.name() + ": " + snapshot.note()).toList());
			assertEquals("virtual: Not all disks of the board hold the snapshot part\nDelete it: what is left of it takes room and leads nowhere.",
					assertThrows(BenchException.class, () -> board.snapshots().load("part", Progress.none())).getMessage());
			assertThrows(BenchException.class, () -> board.snapshots().save("part", "", Progress.none()));
			board.snapshots().delete("part", Progress.none());
			assertEquals(List.of("all"), QcowSnapshots.of(overlay(board, "data")).stream().map(QcowSnapshots.Tag::name).toList());

			board.snapshots().load("all", Progress.none());

			assertEquals(1, dump(board, "root")[0]);
			assertEquals(2, dump(board, "data")[0]);
			assertEquals(Optional.of("all"), board.snapshots().tree().current());
		}
	}

	@Test
	void aDiskThatHoldsOneTwiceIsStillOneDisk() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			write(board, "root", 1);
			write(board, "data", 2);
			make("twice", overlay(board, "data"));
			make("twice", overlay(board, "data"));

			assertEquals(List.of("Only in data: the board cannot be taken back to it"),
					board.snapshots().tree().snapshots().stream().map(Snapshot::note).toList());
		}
	}

	@Test
	void whatIsLeftOfOneInTheVariablesIsNotInTheWay() throws Exception {
		if (FirmwarePlaces.uefi(Arch.X86_64, Host.system()).isEmpty()) {
			Needs.missing("ovmf");
		}
		try (var board = new Virtual(folder, Configs.bare().firmware("uefi").disk("root", "1M"))) {
			final Path variables = board.context().state().resolve("qemu/machine/uefi-variables.qcow2");
			board.on();
			board.off();
			for (final boolean on : List.of(false, true)) {
				make("one", variables);
				assertEquals(List.of(), board.snapshots().tree().snapshots());
				if (on) {
					board.on();
				}

				board.snapshots().save("one", "", Progress.none());

				assertEquals(List.of("one"), QcowSnapshots.of(variables).stream().map(QcowSnapshots.Tag::name).toList());
				board.snapshots().load("one", Progress.none());
				board.snapshots().delete("one", Progress.none());
				assertEquals(List.of(), QcowSnapshots.of(variables));
			}
		}
	}

	@Test
	void aSaveThatIsCancelledIsTakenBackWhenQemuIsThroughWithIt() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			board.on();
			final var cancelled = new CancelledOnceBegun();

			assertTrue(assertThrows(BenchException.class, () -> board.snapshots().save("one", "", cancelled)).isCancelled());

			assertEquals(List.of("QEMU cannot leave off in the middle: the snapshot is taken away when it is done"), cancelled.messages());
			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals(List.of(), QcowSnapshots.of(overlay(board, "root")));
			assertEquals(State.ON, board.power().state());
			board.snapshots().save("one", "", Progress.none());
			assertEquals(Optional.of("one"), board.snapshots().tree().current());
		}
	}

	@Test
	void aLoadGoesOnToTheEndOnceBegun() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			board.on();
			board.snapshots().save("one", "", Progress.none());
			board.snapshots().save("two", "", Progress.none());
			for (final boolean on : List.of(true, false)) {
				final var cancelled = new CancelledOnceBegun();
				board.snapshots().load(on ? "one" : "two", cancelled);
				assertEquals(List.of("QEMU cannot leave off in the middle and goes on to the end"), cancelled.messages());
				assertEquals(Optional.of(on ? "one" : "two"), board.snapshots().tree().current());
				assertEquals(State.ON, board.power().state());
				board.off();
			}
			final var token = CancelToken.none();
			token.cancel();
			assertTrue(assertThrows(BenchException.class, () -> board.snapshots().load("one", Progress.of(token))).isCancelled());
			assertEquals(Optional.of("two"), board.snapshots().tree().current());
			assertEquals(State.OFF, board.power().state());
		}
	}

	@Test
	void whatSomeoneElseKeepsIsSeen() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.on();
			board.verb("power", "pause", Map.of());
			board.context().await("", TIME, state -> state.word().equals("paused")); // so what QEMU says is heard
			board.context().forget();
			board.verb("power", "resume", Map.of());
			board.awaitOn();
			board.context().forget();

			Control.monitor(Run.last(board.context().state().resolve("qemu/machine")).orElseThrow(), "savevm other");

			board.context().await("snapshots", TIME, state -> state.word().equals("1"));
			assertEquals(List.of("other"), board.snapshots().tree().snapshots().stream().map(Snapshot::name).toList());
		}
	}

	@Test
	void whatADisposableRunWritesIsDropped() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disposable().firmware("uefi").disk("root", "1M"))) {
			if (FirmwarePlaces.uefi(Arch.X86_64, Host.system()).isEmpty()) {
				Needs.missing("ovmf");
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

	/** Makes a snapshot behind the board's back, as one whose process was killed leaves it. */
	private static void make(String name, Path overlay) throws Exception {
		assertEquals(0, Program.run(List.of("qemu-img", "snapshot", "-c", name, overlay.toString()), TIME, CancelToken.none()).status());
	}

	private static Path overlay(Virtual board, String disk) throws Exception {
		final Path disks = board.context().state().resolve("qemu/machine/disks").resolve(disk);
		return disks.resolve(Content.read(disks).orElseThrow().overlay());
	}

	/** Cancels as soon as the first phase begins. */
	private static final class CancelledOnceBegun implements Progress {

		private final CancelToken token = CancelToken.none();
		private final List<String> messages = new ArrayList<>();

		List<String> messages() {
			return messages;
		}

		@Override
		public CancelToken token() {
			return token;
		}

		@Override
		public void begin(Phase phase, long totalBytes) {
			token.cancel();
		}

		@Override
		public void message(String text) {
			messages.add(text);
		}
	}

	private void write(Virtual board, String disk, int value) throws Exception {
		final Path disks = board.context().state().resolve("qemu/machine/disks").resolve(disk);
		if (Content.read(disks).isEmpty()) {
			dump(board, disk);
		}
		final var result = Program.run(List.of("qemu-io", "-f", "qcow2", "-c", "write -P " + value + " 0 512", overlay(board, disk).toString()), TIME, CancelToken.none());
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
