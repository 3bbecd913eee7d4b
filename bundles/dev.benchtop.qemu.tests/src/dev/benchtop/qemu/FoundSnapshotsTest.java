package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Progress;
import dev.benchtop.core.capability.Snapshots.Snapshot;
import dev.benchtop.testing.Needs;

/** Snapshots in the disks that nobody here has kept, whole or in part. */
@Timeout(300)
class FoundSnapshotsTest {

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-x86_64", "qemu-img", "qemu-io");
	}

	@Test
	void whatIsFoundInTheDisksIsOffered() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			Overlays.write(board, "root", 1);
			Overlays.write(board, "data", 2);
			Overlays.snapshot("all", Overlays.of(board, "root"));
			Overlays.snapshot("all", Overlays.of(board, "data"));
			Overlays.snapshot("part", Overlays.of(board, "data"));
			Overlays.write(board, "root", 3);
			Overlays.write(board, "data", 4);

			final var tree = board.snapshots().tree();
			assertEquals(List.of("all: Found in the disks", "part: Only in data: the board cannot be taken back to it"),
					tree.snapshots().stream().map(snapshot -> snapshot.name() + ": " + snapshot.note()).toList());
			assertEquals("virtual: Not all disks of the board hold the snapshot part\nDelete it: what is left of it takes room and leads nowhere.",
					assertThrows(BenchException.class, () -> board.snapshots().load("part", Progress.none())).getMessage());
			assertThrows(BenchException.class, () -> board.snapshots().save("part", "", Progress.none()));
			board.snapshots().delete("part", Progress.none());
			assertEquals(List.of("all"), QcowSnapshots.of(Overlays.of(board, "data")).stream().map(QcowSnapshots.Tag::name).toList());

			board.snapshots().load("all", Progress.none());

			assertEquals(1, Overlays.dump(board, "root")[0]);
			assertEquals(2, Overlays.dump(board, "data")[0]);
			assertEquals(Optional.of("all"), board.snapshots().tree().current());
		}
	}

	@Test
	void aDiskThatHoldsOneTwiceIsStillOneDisk() throws Exception {
		try (var board = new Virtual(folder, Configs.bare().disk("root", "1M").disk("data", "1M"))) {
			Overlays.write(board, "root", 1);
			Overlays.write(board, "data", 2);
			Overlays.snapshot("twice", Overlays.of(board, "data"));
			Overlays.snapshot("twice", Overlays.of(board, "data"));

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
				Overlays.snapshot("one", variables);
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
}
