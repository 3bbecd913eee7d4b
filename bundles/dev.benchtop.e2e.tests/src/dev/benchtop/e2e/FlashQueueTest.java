package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.eclipse.swt.widgets.Table;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.capability.Flasher;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.core.flash.Party;
import dev.benchtop.core.storage.Locations;
import dev.benchtop.testing.Needs;
import dev.benchtop.ui.flash.FlashQueue;
import dev.benchtop.ui.flash.FlashTask;
import dev.benchtop.ui.flash.FlashTask.Stage;

/** Flashes in the window's queue: cancelled, broken, several at once. */
class FlashQueueTest {

	private static final Duration FLASH = Duration.ofSeconds(60);
	private static final long CANCEL_MILLIS = 2000;

	@TempDir
	private Path temporary;

	private Bench bench;
	private Path image;

	@BeforeEach
	void sampleBench() throws Exception {
		Needs.programs("qemu-img", "xz");
		bench = Window.openTrusted(Samples.copyBench(temporary.resolve("bench")));
		image = Samples.image("benchtop-x86_64");
		Ui.run(() -> Window.page().showView("dev.benchtop.ui.flash.queue"));
	}

	@AfterEach
	void leave() throws Exception {
		Window.leave();
	}

	@Test
	void cancelledInTheMiddleItEndsAtOnceAndTheQueueSaysSo() throws Exception {
		final FlashTask task;
		try (var held = new HeldImage()) {
			task = flash("virtual-x86", request(held));
			Waits.until("some bytes on the target", FLASH, () -> task.current().filter(phase -> phase.phase().id().equals("write") && phase.done() > 0).isPresent());
			final var time = new FreeTime();
			task.token().cancel();
			Waits.until("its end", FLASH, () -> task.stage() == Stage.ENDED);
			final long millis = time.millis();
			assertTrue(millis < CANCEL_MILLIS, millis + " ms");
		}
		assertEquals(Outcome.UNCHANGED, task.report().orElseThrow().outcome());
		untilTheQueueSays("Cancelled. The target is unchanged.");
		Pictures.take("queue-cancelled");
	}

	@Test
	void aBrokenImageFailsWithItsReasonInTheQueue() throws Exception {
		final byte[] bytes = Files.readAllBytes(image);
		bytes[bytes.length * 3 / 4] ^= 1;
		final var task = flash("virtual-x86", Files.write(temporary.resolve("flipped.img.xz"), bytes));
		Waits.until("its end", FLASH, () -> task.stage() == Stage.ENDED);
		final var report = task.report().orElseThrow();
		assertEquals(Outcome.UNCHANGED, report.outcome());
		assertTrue(report.phases().stream().anyMatch(phase -> phase.id().equals("write")), "it failed while it wrote");
		untilTheQueueSays(task.failure().orElseThrow().what());
		untilTheQueueSays("The target is unchanged.");
		Pictures.take("queue-failed");
	}

	@Test
	void boardsGoSideBySideAndOneBoardOneAfterTheOther() throws Exception {
		try (var held = new HeldImage()) {
			final var one = flash("virtual-x86", request(held));
			final var two = flash("virtual-x86", image);
			final var other = flash("virtual-arm64", request(held));
			Waits.until("two at once", FLASH, () -> one.stage() == Stage.RUNNING && other.stage() == Stage.RUNNING);
			assertEquals(Stage.WAITING, two.stage());
			held.letGo();
			Waits.until("the end of all", FLASH, () -> Stream.of(one, two, other).allMatch(task -> task.stage() == Stage.ENDED));
			assertTrue(Stream.of(one, two, other).allMatch(FlashTask::succeeded));
		}
	}

	@Test
	void whoWaitsForItsBoardKeepsNobodyWaitingWhoIsFlashedWithIt() throws Exception {
		final var party = new Party(2).members();
		try (var held = new HeldImage()) {
			final var before = flash("virtual-x86", request(held));
			final var waiting = flash("virtual-x86", request(image).with(party.getFirst()));
			final var other = flash("virtual-arm64", request(image).with(party.getLast()));
			assertTrue(party.getFirst().isGone());
			Waits.until("the end of the other", FLASH, () -> other.stage() == Stage.ENDED);
			Waits.until("the first under way", FLASH, () -> before.stage() == Stage.RUNNING);
			assertEquals(Stage.WAITING, waiting.stage());
			held.letGo();
			Waits.until("the end of all", FLASH, () -> Stream.of(before, waiting).allMatch(task -> task.stage() == Stage.ENDED));
			assertTrue(Stream.of(before, waiting, other).allMatch(FlashTask::succeeded));
		}
	}

	private FlashTask flash(String board, Path file) throws Exception {
		return flash(board, request(file));
	}

	private static FlashRequest request(Path file) {
		return new FlashRequest(file, file.toString(), "root", true, Optional.empty());
	}

	private FlashRequest request(HeldImage held) throws Exception {
		final var location = Window.service(Locations.class).locate(held.url(), Optional.of(bench), bench.folder());
		return new FlashRequest(location.path(), held.url(), "root", true, Optional.empty());
	}

	private FlashTask flash(String board, FlashRequest request) throws Exception {
		return Window.service(FlashQueue.class).add(new FlashTask.Flash(bench.board(board).find("", Flasher.class), "root", request, false));
	}

	private static void untilTheQueueSays(String words) throws Exception {
		Ui.until("\u201c" + words + "\u201d in the queue", Ui.SOON, () -> rows().stream().anyMatch(row -> row.contains(words)));
	}

	private static List<String> rows() {
		return Ui.all(PlatformUI.getWorkbench().getWorkbenchWindows()[0].getShell(), Table.class).stream().filter(Table::getHeaderVisible)
				.flatMap(table -> Stream.of(table.getItems())).map(item -> item.getText(2)).toList();
	}
}
