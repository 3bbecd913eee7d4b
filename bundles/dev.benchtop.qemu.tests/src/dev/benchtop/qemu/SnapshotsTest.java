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
import java.util.ArrayList;
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
import dev.benchtop.testing.Needs;

/** States that are kept and come back, with real QEMU. */
@Timeout(300)
class SnapshotsTest {

	private static final Duration TIME = Duration.ofSeconds(60);

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
			Overlays.write(board, "root", 1);
			Overlays.write(board, "data", 2);
			board.snapshots().save("first one", "", Progress.none());
			Overlays.write(board, "root", 3);
			Overlays.write(board, "data", 4);

			board.on();
			board.snapshots().load("first one", Progress.none());

			assertEquals(State.OFF, board.power().state());
			assertEquals(1, Overlays.dump(board, "root")[0]);
			assertEquals(2, Overlays.dump(board, "data")[0]);
			assertFalse(board.snapshots().tree().snapshots().getFirst().running());
			board.snapshots().delete("first one", Progress.none());
			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals(1, Overlays.dump(board, "root")[0]);
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
	void aSaveThatIsCancelledIsTakenBackWhenQemuIsThroughWithIt() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			board.on();
			final var cancelled = new CancelledOnceBegun();

			assertTrue(assertThrows(BenchException.class, () -> board.snapshots().save("one", "", cancelled)).isCancelled());

			assertEquals(List.of("QEMU cannot leave off in the middle: the snapshot is taken away when it is done"), cancelled.messages());
			assertEquals(List.of(), board.snapshots().tree().snapshots());
			assertEquals(List.of(), QcowSnapshots.of(Overlays.of(board, "root")));
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

			assertEquals(0, Overlays.dump(board, "root")[0]);
			assertEquals(List.of(), board.context().leftovers());
			assertFalse(Files.exists(run.temporary("root")));
			assertFalse(Files.exists(run.temporary("variables")));
		}
	}

	private static String mood(Script script) throws BenchException {
		return script.uboot("printenv mood", TIME).output().strip();
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
}
