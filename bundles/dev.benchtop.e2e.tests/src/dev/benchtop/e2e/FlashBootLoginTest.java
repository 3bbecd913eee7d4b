package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.Board;
import dev.benchtop.core.capability.Console;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.capability.Power;
import dev.benchtop.core.console.ConsoleListener;
import dev.benchtop.core.console.Script;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.testing.Needs;
import dev.benchtop.ui.flash.FlashQueue;
import dev.benchtop.ui.flash.FlashTask;

/** The main job, on real images: flash, verify, boot, log in; close the tab and open it again; switch off. */
class FlashBootLoginTest {

	private static final Duration FLASH = Duration.ofSeconds(60);
	/** An idle machine is there in less than 10 s. */
	private static final Duration BOOT = Duration.ofMinutes(3);
	private static final Duration ANSWER = Duration.ofSeconds(60);

	@TempDir
	private Path temporary;

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	@ParameterizedTest
	@CsvSource({"virtual-x86, benchtop-x86_64, x86_64, qemu-system-x86_64", "virtual-arm64, benchtop-aarch64, aarch64, qemu-system-aarch64"})
	void flashedVerifiedBootedAndLoggedIn(String name, String imageName, String machine, String emulator) throws Exception {
		Needs.programs(emulator, "xz", "sha256sum");
		final Path image = Samples.image(imageName);
		final Board board = Window.openTrusted(Samples.copyBench(temporary.resolve("bench"))).board(name);

		final long flashing = System.nanoTime();
		final FlashReport report = flash(board, image);
		assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().map(Throwable::getMessage).orElse(""));
		assertEquals(Tools.sha256("xz -dc '" + image + "'"), report.sha256().orElseThrow());
		say(name + " flashed and verified", flashing);
		Pictures.take(name + "-1-flashed");

		final Power power = board.find("", Power.class).use(Power.class);
		final long booting = System.nanoTime();
		power.on(CancelToken.none());
		Ui.until(name + " is on", Ui.SOON, () -> Window.word(name).equals("on"));
		Window.select(board);
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalShows("login:", BOOT);
		say(name + " login prompt after power on", booting);

		final Console console = board.find("", Console.class).use(Console.class);
		try (var script = Script.on(console, "end-to-end test", CancelToken.none(), 0)) {
			script.login("root", new Secret("benchtop"), ANSWER);
			final var result = script.command("uname -m", ANSWER);
			assertEquals(machine, result.output());
			assertEquals(0, result.status());
			assertEquals(3, script.command("(exit 3)", ANSWER).status());
		}
		say(name + " logged in after power on", booting);
		Window.untilTerminalShows("\n" + machine, Ui.SOON);
		Pictures.take(name + "-2-logged-in");

		assertEverythingIsThereAgain(name, console);
		assertReplayIsTheLog(console);

		power.off(CancelToken.none());
		Ui.until(name + " is off", Ui.SOON, () -> Window.word(name).equals("off"));
		Pictures.take(name + "-4-off");
	}

	private static FlashReport flash(Board board, Path image) throws Exception {
		final var queue = Window.service(FlashQueue.class);
		final var flasher = board.find("", Flasher.class);
		final var ended = new CountDownLatch(1);
		final Runnable unsubscribe = queue.onChange(task -> {
			if (task.stage() == FlashTask.Stage.ENDED) {
				ended.countDown();
			}
		});
		try {
			final var task = queue.add(new FlashTask.Flash(flasher, "root", new FlashRequest(image, image.toString(), "root", true, Optional.empty()), false));
			Ui.run(() -> Window.page().showView("dev.benchtop.ui.flash.queue"));
			assertTrue(ended.await(FLASH.toSeconds(), TimeUnit.SECONDS), "the flash did not end");
			return task.report().orElseThrow(() -> new AssertionError(task.failure().map(Throwable::getMessage).orElse("no report")));
		} finally {
			unsubscribe.run();
		}
	}

	private static void assertEverythingIsThereAgain(String name, Console console) throws Exception {
		final String before = settled(console);
		Ui.run(() -> Window.consoles().forEach(Window.page()::hideView));
		Ui.until("no tab", Ui.SOON, () -> Window.consoles().isEmpty());
		Window.command("dev.benchtop.ui.console.open");
		Window.untilTerminalIs(before, Ui.SOON);
		Pictures.take(name + "-3-opened-again");
	}

	/** What the terminal shows once it has shown all that the board said. */
	private static String settled(Console console) throws Exception {
		final var text = new Object() {
			String now = "";
			long position = -1;
		};
		Waits.until("a quiet terminal", Ui.SOON, () -> {
			final String now = Window.terminal().stripTrailing();
			final boolean same = now.equals(text.now) && console.position() == text.position && now.endsWith("#");
			text.now = now;
			text.position = console.position();
			return same;
		});
		return text.now;
	}

	private static void assertReplayIsTheLog(Console console) throws Exception {
		final var replayed = new ByteArrayOutputStream();
		final var live = new CountDownLatch(1);
		try (var _ = console.attach(new ConsoleListener() {
			@Override
			public void received(byte[] bytes, boolean replay) {
				if (replay) {
					replayed.writeBytes(bytes);
				}
			}

			@Override
			public void live() {
				live.countDown();
			}
		})) {
			assertTrue(live.await(5, TimeUnit.SECONDS));
		}
		assertArrayEquals(Files.readAllBytes(console.log()), replayed.toByteArray());
	}

	private static void say(String what, long since) {
		System.getLogger(FlashBootLoginTest.class.getName()).log(System.Logger.Level.INFO,
				() -> String.format("%s: %.1f s", what, (System.nanoTime() - since) / 1e9));
	}
}
