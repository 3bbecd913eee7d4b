package dev.benchtop.ui.flash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.Progress.Bottleneck;
import dev.benchtop.core.Progress.Phase;
import dev.benchtop.core.flash.Party;
import dev.benchtop.ui.flash.FlashTask.LogLine;
import dev.benchtop.ui.flash.FlashTask.Stage;
import dev.benchtop.ui.flash.PhaseProgress.Mark;

/** A task as what the work reports to. */
class FlashTaskTest {

	private static final Phase WRITE = new Phase("write", "Write");
	private static final Phase VERIFY = new Phase("verify", "Verify");

	private final FlashTask task = new FlashTask(Orders.flash("desk", "/images/x.img.xz"));

	@Test
	void whoIsFlashedAloneLeavesItsParty() {
		final var members = new Party(2).members();
		final var order = Orders.flash("desk", "x.img");
		final var together = new FlashTask.Flash(order.flasher(), order.target(), order.request().with(members.getFirst()), true);
		final var alone = (FlashTask.Flash) FlashQueue.alone(together);
		assertTrue(members.getFirst().isGone());
		assertTrue(alone.request().member().isEmpty());
		assertTrue(alone.thenOn());
		assertSame(alone, FlashQueue.alone(alone));
	}

	@Test
	void waitsAtFirst() {
		assertEquals(Stage.WAITING, task.stage());
		assertEquals(Duration.ZERO, task.time());
		assertEquals(Optional.empty(), task.current());
		assertFalse(task.succeeded());
	}

	@Test
	void thePlanIsKnownBeforeItBegins() {
		task.plan(List.of(WRITE, VERIFY));
		assertEquals(List.of(Mark.AHEAD, Mark.AHEAD), marks());
	}

	@Test
	void aPhaseEndsTheOneBefore() {
		task.plan(List.of(WRITE, VERIFY));
		task.begin(WRITE, 200);
		task.advance(50);
		assertEquals(25, task.current().orElseThrow().percent());
		task.begin(VERIFY, -1);
		assertEquals(List.of(Mark.DONE, Mark.RUNNING), marks());
		assertEquals(-1, task.current().orElseThrow().percent());
		assertEquals(50, task.phases().getFirst().done());
	}

	@Test
	void aTotalThatIsKnownLaterCounts() {
		task.begin(WRITE, -1);
		task.advance(50);
		task.total(100);
		assertEquals(50, task.current().orElseThrow().percent());
	}

	@Test
	void moreThanTheTotalIsAll() {
		task.begin(WRITE, 10);
		task.advance(11);
		assertEquals(100, task.current().orElseThrow().percent());
	}

	@Test
	void aPhaseThatNobodyPlannedIsAdded() {
		task.plan(List.of(WRITE));
		task.begin(VERIFY, 1);
		assertEquals(List.of("write", "verify"), task.phases().stream().map(phase -> phase.phase().id()).toList());
	}

	@Test
	void whatIsReadFromItDoesNotChangeAnyMore() {
		task.begin(WRITE, 100);
		final var before = task.current().orElseThrow();
		task.advance(10);
		assertEquals(0, before.done());
	}

	@Test
	void theLogIsReadFromALineOn() {
		task.begin(WRITE, 1);
		task.message("two");
		task.message("three");
		assertEquals(List.of("two", "three"), task.log(1).stream().map(LogLine::text).toList());
		assertEquals(List.of(), task.log(7));
	}

	@Test
	void theBottleneckIsThatOfThePhase() {
		task.begin(WRITE, 1);
		task.bottleneck(Bottleneck.TARGET);
		assertEquals(Optional.of(Bottleneck.TARGET), task.bottleneck());
		task.begin(VERIFY, 1);
		assertEquals(Optional.empty(), task.bottleneck());
	}

	@Test
	void cancelledBeforeItBeganItNeverFlashes() {
		task.token().cancel();
		task.run(null);
		assertEquals(Stage.ENDED, task.stage());
		assertTrue(task.failure().orElseThrow().isCancelled());
		assertEquals("Cancelled. The target is unchanged.", task.log(0).getLast().text());
	}

	@Test
	void aFaultOfOursEndsItWithWords() {
		task.run(null);
		assertEquals(Stage.ENDED, task.stage());
		assertFalse(task.succeeded());
		assertTrue(task.failure().orElseThrow().getMessage().startsWith("The flash failed unexpectedly"));
	}

	private List<Mark> marks() {
		return task.phases().stream().map(PhaseProgress::mark).toList();
	}
}
