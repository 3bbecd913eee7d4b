package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.testing.Heard;
import dev.benchtop.testing.Needs;
import dev.benchtop.ui.flash.FlashQueue;
import dev.benchtop.ui.flash.FlashTask;

/** Window and command line at once on one board. */
class TogetherTest {

	private static final String BOARD = "virtual-arm64";
	private static final Duration BOOT = Duration.ofSeconds(60);

	@TempDir
	private Path temporary;

	private ProductProcess commandLine;
	private Path folder;

	@BeforeEach
	void sampleBench() throws Exception {
		Needs.programs("qemu-system-aarch64");
		commandLine = new ProductProcess(temporary).sameUser();
		folder = Samples.copyBench(temporary.resolve("bench"));
		assertEquals(0, commandLine.run(folder, "trust").code());
	}

	@AfterEach
	void leave() throws Exception {
		Window.leave();
		commandLine.run(folder, "power", BOARD, "off");
	}

	@Test
	void aBoardThatTheCommandLineSwitchedOnIsOnInTheWindowWithAllItSaid() throws Exception {
		final var on = commandLine.run(folder, "power", BOARD, "on");
		assertEquals(0, on.code(), on.err());
		final Bench bench = Window.openTrusted(folder);
		Ui.until("it is on", Ui.SOON, () -> Window.word(BOARD).equals("on"));
		Window.select(bench.board(BOARD));
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalShows("U-Boot", BOOT);
		final var flash = commandLine.run(folder, "flash", BOARD, Samples.image("benchtop-aarch64").toString());
		assertEquals(1, flash.code(), "a board that is on is not flashed");
		assertTrue(flash.err().contains("on"), flash.err());

		final Console console = bench.board(BOARD).find("", Console.class).use(Console.class);
		final var heard = new Heard();
		try (var _ = console.attach(heard)) {
			everyReaderHearsEveryByte(console, heard);
			theKeyboardChangesHands(console);
		}
		assertEquals(0, commandLine.run(folder, "power", BOARD, "off").code());
		Ui.until("it is off", Ui.SOON, () -> Window.word(BOARD).equals("off"));
	}

	private void everyReaderHearsEveryByte(Console console, Heard heard) throws Exception {
		final Path file = temporary.resolve("reader");
		final var reader = new ProcessBuilder(commandLine.command(folder, "console", BOARD, "--read-only")).directory(folder.toFile())
				.redirectOutput(file.toFile()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
		try {
			Waits.until("the second reader", Ui.SOON, () -> Files.size(file) > 0);
			for (int i = 0; i < 20; i++) {
				console.write(("echo line" + i + "\r").getBytes(StandardCharsets.US_ASCII));
			}
			Waits.until("the last answer", BOOT, () -> heard.text().contains("\nline19"));
			Waits.until("the last answer at the second reader", Ui.SOON, () -> Files.size(file) >= heard.size());
			assertArrayEquals(heard.bytes(), java.util.Arrays.copyOf(Files.readAllBytes(file), heard.size()));
		} finally {
			reader.destroy();
			reader.waitFor();
		}
	}

	private void theKeyboardChangesHands(Console console) throws Exception {
		final var refused = commandLine.start(commandLine.command(folder, "console", BOARD), folder);
		final var ended = ProductProcess.end(refused);
		assertEquals(1, ended.code());
		assertTrue(ended.err().contains("process " + ProcessHandle.current().pid()), ended.err());

		final var taker = commandLine.start(commandLine.command(folder, "console", BOARD, "--take-over", "--no-replay"), folder);
		try (OutputStream keys = taker.getOutputStream()) {
			keys.write('\r');
			keys.flush();
			Waits.until("the other's keyboard", Ui.SOON, () -> console.heldBy().isPresent());
			assertEquals(taker.pid(), console.heldBy().orElseThrow().pid());
			final var failure = assertThrows(BenchException.class, () -> console.write(new byte[] {'\r'}));
			assertTrue(failure.getMessage().contains(Long.toString(taker.pid())), failure.getMessage());
			Pictures.take("together-held-by-the-command-line");
			console.takeOver();
			console.write("echo mine again\r".getBytes(StandardCharsets.US_ASCII));
			Window.untilTerminalShows("\nmine again", Ui.SOON);
		} finally {
			taker.destroy();
			taker.waitFor();
		}
	}

	@Test
	void whoFlashesIsNamedAndCanBeTakenOver() throws Exception {
		Needs.programs("xz");
		final Bench bench = Window.openTrusted(folder);
		final Path image = Samples.image("benchtop-aarch64");
		try (var held = new HeldImage()) {
			isNamedAndCanBeTakenOver(bench, image, held);
		}
	}

	private void isNamedAndCanBeTakenOver(Bench bench, Path image, HeldImage held) throws Exception {
		final var flash = commandLine.start(commandLine.command(folder, "flash", BOARD, held.url()), folder);
		try {
			final var errors = flash.errorReader();
			assertTrue(errors.readLine() != null);
			final var queue = Window.service(FlashQueue.class);
			final var request = new FlashRequest(image, image.toString(), "root", true, Optional.empty());
			final var task = queue.add(new FlashTask.Flash(bench.board(BOARD).find("", Flasher.class), "root", request, false));
			Waits.until("the refusal", Ui.SOON, () -> task.stage() == FlashTask.Stage.ENDED);
			final String refusal = task.failure().orElseThrow().getMessage();
			assertTrue(refusal.contains(Long.toString(flash.pid())), refusal);

			queue.flashing().takeOver(bench.board(BOARD));
			final String said = errors.lines().collect(Collectors.joining("\n"));
			assertTrue(flash.waitFor() != 0, said);
			assertTrue(said.contains(Long.toString(ProcessHandle.current().pid())), said);
			assertEquals(Outcome.UNCHANGED, queue.flashing().history(bench.board(BOARD)).getFirst().outcome());
		} finally {
			flash.destroyForcibly().waitFor();
		}
	}
}
