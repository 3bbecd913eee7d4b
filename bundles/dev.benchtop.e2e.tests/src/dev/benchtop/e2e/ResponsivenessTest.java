package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.testing.Needs;
import dev.benchtop.ui.flash.FlashQueue;
import dev.benchtop.ui.flash.FlashTask;

/** The window answers while a board is flashed and another one floods its console. */
class ResponsivenessTest {

	/** Emulator and decompression take all cores of a small machine, and the display's server needs one too; on an idle machine the worst answer takes less than 100 ms. */
	private static final double LIMIT_MILLIS = 250;
	private static final Duration BOOT = Duration.ofSeconds(60);
	private static final Duration FLASH = Duration.ofSeconds(60);
	private static final int ENOUGH = 200;

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	@Test
	void theWindowAnswersDuringAFlashAndAFlood() throws Exception {
		Needs.programs("qemu-system-aarch64", "qemu-img", "xz");
		final Path image = Samples.image("benchtop-x86_64");
		final Bench bench = Window.openTrusted(Samples.copyBench(temporary.resolve("bench")));
		final var flooding = bench.board("virtual-arm64");
		flooding.find("", Power.class).use(Power.class).on(CancelToken.none());
		Window.select(flooding);
		Window.command("dev.benchtop.ui.console.open");
		final Console console = flooding.find("", Console.class).use(Console.class);
		try (var script = Script.on(console, "flood", CancelToken.none(), 0)) {
			script.expect("autoboot", BOOT);
			script.send(" ");
			script.expect("=> ", BOOT);
			script.sendLine("while true; do printenv; done");
			untilTheFloodIsThere(console);
			final var task = Window.service(FlashQueue.class).add(new FlashTask.Flash(bench.board("virtual-x86").find("", Flasher.class), "root",
					new FlashRequest(image, image.toString(), "root", true, Optional.empty()), false));
			final long from = console.position();
			try (var heartbeat = new Heartbeat()) {
				Waits.until("the end of the flash", FLASH, () -> task.stage() == FlashTask.Stage.ENDED && heartbeat.beats() > ENOUGH);
				heartbeat.close();
				final double millis = heartbeat.percentile(0.99);
				final long said = console.position() - from;
				System.getLogger(ResponsivenessTest.class.getName()).log(Level.INFO, () -> String.format(
						"UI thread: of %d answers half within %.0f ms, 99 %% within %.0f ms, 99.9 %% within %.0f ms, while the console said %d KiB",
						heartbeat.beats(), heartbeat.percentile(0.5), millis, heartbeat.percentile(0.999), said / 1024));
				assertTrue(task.succeeded());
				assertTrue(said > 10_000, "the console was silent");
				assertTrue(millis < LIMIT_MILLIS, () -> millis + " ms; late while at\n" + heartbeat.busyWith());
			}
			Pictures.take("flood");
		}
	}

	private static void untilTheFloodIsThere(Console console) throws Exception {
		final long begin = console.position();
		Waits.until("the flood", BOOT, () -> console.position() > begin + 20_000);
	}
}
