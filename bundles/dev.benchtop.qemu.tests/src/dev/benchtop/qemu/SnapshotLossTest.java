package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
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
import dev.benchtop.core.Progress;
import dev.benchtop.testing.Needs;

/** What takes snapshots away: it says so before, and takes them from all disks at once. */
@Timeout(300)
class SnapshotLossTest {

	private static final Duration TIME = Duration.ofSeconds(60);
	private static final int SIZE = 1 << 20;

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-x86_64", "qemu-img", "qemu-io");
	}

	@Test
	void aResetTakesThemAlong() throws Exception {
		try (var board = new Virtual(folder, Configs.bare())) {
			board.snapshots().save("one", "", Progress.none());
			Overlays.write(board, "root", 1);
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
			Overlays.write(board, "root", 1);
			try (var overlay = FileChannel.open(Overlays.of(board, "root"), StandardOpenOption.WRITE)) {
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
			Overlays.write(board, "root", 1);
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
			assertEquals(List.of(), QcowSnapshots.of(Overlays.of(board, "data")));
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
}
