package dev.benchtop.qemu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;

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
import dev.benchtop.core.flash.DumpRequest;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.testing.Needs;

/** Images on the disks of virtual boards, and back. */
@Timeout(180)
class FlashTest {

	private static final int LENGTH = (5 << 20) + 777;

	@TempDir
	Path folder;

	@BeforeEach
	void tools() {
		Needs.programs("qemu-system-x86_64", "qemu-img", "gzip");
	}

	@Test
	void whatIsFlashedIsDumpedEqual() throws Exception {
		try (var board = board()) {
			final Path image = image("a.img", 1);
			final var report = flash(board, gzip(image), Progress.none());
			assertEquals(Outcome.VERIFIED, report.outcome(), report::toString);
			assertEquals(Optional.of(sha256(image)), report.sha256());
			assertTrue(board.flasher().targets().getFirst().content().startsWith("a.img.gz, 5.0 MiB, flashed "));

			assertEquals(sha256(image), sha256(dump(board)));
		}
	}

	@Test
	void aRunLeavesTheImageEqual() throws Exception {
		try (var board = board()) {
			final Path image = image("a.img", 1);
			flash(board, image, Progress.none());
			board.on();
			board.off();

			assertEquals(sha256(image), sha256(dump(board)));
		}
	}

	@Test
	void aBoardThatIsOnIsNotFlashed() throws Exception {
		try (var board = board()) {
			final Path image = image("a.img", 1);
			board.on();

			final var error = assertThrows(BenchException.class, () -> board.flasher().plan(request(image)));
			assertEquals("virtual: The board is on\nSwitch it off first.", error.getMessage());
			assertThrows(BenchException.class, () -> flash(board, image, Progress.none()));
			assertEquals("empty", board.flasher().targets().getFirst().content());
		}
	}

	@Test
	void aBoardIsSwitchedOffForItWhereItsFileSaysSo() throws Exception {
		try (var board = new Virtual(folder, disks().flashWhileOn(WhileOn.POWER_OFF))) {
			final Path image = image("a.img", 1);
			board.on();

			assertEquals("The board is on: it is switched off first.", board.flasher().plan(request(image)).steps().getFirst());
			assertEquals(Outcome.VERIFIED, flash(board, image, Progress.none()).outcome());

			assertEquals(State.OFF, board.power().state());
			assertEquals(sha256(image), sha256(dump(board)));
		}
	}

	@Test
	void aBoardIsNotSwitchedOnWhileItIsFlashed() throws Exception {
		try (var board = board()) {
			final var progress = new During(() -> {
				final var error = assertThrows(BenchException.class, () -> board.context().lock().acquire("power", "power on"));
				assertTrue(error.getMessage().contains("flash root"), error.getMessage());
			}, CancelToken.none());

			flash(board, image("a.img", 1), progress);

			assertTrue(progress.ran());
		}
	}

	@Test
	void aFlashThatIsCancelledLeavesWhatWasThere() throws Exception {
		try (var board = board()) {
			final Path first = image("a.img", 1);
			flash(board, first, Progress.none());
			final var token = CancelToken.none();

			final var report = flash(board, image("b.img", 2), new During(token::cancel, token));

			assertEquals(Outcome.UNCHANGED, report.outcome(), report::toString);
			assertTrue(report.failure().orElseThrow().isCancelled());
			assertEquals(sha256(first), sha256(dump(board)));
			assertTrue(board.flasher().targets().getFirst().content().startsWith("a.img, "));
		}
	}

	@Test
	void aBrokenImageLeavesWhatWasThere() throws Exception {
		try (var board = board()) {
			final Path first = image("a.img", 1);
			flash(board, first, Progress.none());
			final Path packed = gzip(image("b.img", 2));
			final byte[] bytes = Files.readAllBytes(packed);
			Files.write(packed, Arrays.copyOf(bytes, bytes.length - 1));

			final var report = flash(board, packed, Progress.none());

			assertEquals(Outcome.UNCHANGED, report.outcome(), report::toString);
			assertEquals(sha256(first), sha256(dump(board)));
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"write", "sync", "verify", "commit"})
	void aProcessKilledInTheMiddleLeavesWhatWasThere(String phase) throws Exception {
		try (var board = board()) {
			final Path first = image("a.img", 1);
			flash(board, first, Progress.none());

			ChildJvm.run(KilledFlash.class, folder.toString(), board.context().runtime().toString(), image("b.img", 2).toString(), phase);

			assertEquals(sha256(first), sha256(dump(board)));
			board.on();
			board.off();
			final Path third = image("c.img", 3);
			assertEquals(Outcome.VERIFIED, flash(board, third, Progress.none()).outcome());
			assertEquals(sha256(third), sha256(dump(board)));
			try (var files = Files.list(Path.of(board.flasher().targets().getFirst().identity()))) {
				assertEquals(3, files.count());
			}
		}
	}

	@Test
	void verbsSayWhyNot() throws Exception {
		try (var board = board()) {
			flash(board, image("a.img", 1), Progress.none());
			final var off = board.flasher().verbs();
			assertEquals(Optional.of("The board has written nothing since it was flashed"), off.getFirst().whyNot());

			board.on();
			assertEquals(Optional.of("The board is on"), board.flasher().verbs().getFirst().whyNot());
		}
	}

	@Test
	void aTargetThatIsNotThereIsNamedWithThoseThatAre() throws Exception {
		try (var board = board()) {
			final var error = assertThrows(BenchException.class,
					() -> board.flasher().plan(new FlashRequest(image("a.img", 1), "a.img", "usd", true, Optional.empty())));
			assertEquals("There is no target 'usd'\nTargets: root, data, bios, OVMF_CODE.fd, OVMF_VARS.fd", error.getMessage());
		}
	}

	private Virtual board() throws Exception {
		return new Virtual(folder, disks());
	}

	static Configs disks() {
		return Configs.bare().disk("root", "16M").disk("data", "1M");
	}

	private FlashReport flash(Virtual board, Path image, Progress progress) throws BenchException {
		return board.flasher().flash(request(image), progress);
	}

	static FlashRequest request(Path image) {
		return new FlashRequest(image, image.getFileName().toString(), "", true, Optional.empty());
	}

	private Path dump(Virtual board) throws Exception {
		final Path file = Files.createTempFile(folder, "dump", "");
		Files.delete(file);
		final var report = board.flasher().dump(new DumpRequest("root", file), Progress.none());
		assertTrue(report.outcome().isSuccess(), report::toString);
		return file;
	}

	private Path image(String name, int seed) throws IOException {
		final var bytes = new byte[LENGTH];
		new Random(seed).nextBytes(bytes);
		return Files.write(folder.resolve(name), bytes);
	}

	private static Path gzip(Path file) throws Exception {
		assertEquals(0, new ProcessBuilder("gzip", "-k", file.toString()).inheritIO().start().waitFor());
		return file.resolveSibling(file.getFileName() + ".gz");
	}

	private static String sha256(Path file) throws Exception {
		return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
	}

	/** Does something once, in the middle of writing. */
	private static final class During implements Progress {

		private final Runnable action;
		private final CancelToken token;
		private boolean writing;
		private boolean ran;

		During(Runnable action, CancelToken token) {
			this.action = action;
			this.token = token;
		}

		boolean ran() {
			return ran;
		}

		@Override
		public CancelToken token() {
			return token;
		}

		@Override
		public void begin(Phase phase, long totalBytes) {
			writing = phase.id().equals("write");
		}

		@Override
		public void advance(long bytes) {
			if (writing && !ran) {
				ran = true;
				action.run();
			}
		}
	}
}
