package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Bottleneck;
import dev.benchtop.core.flash.Outcome;

/** What a copy tells while it goes on. */
class CopyProgressTest extends CopyFixture {

	@Test
	void everyRangeIsTold() throws Exception {
		for (final boolean staged : new boolean[] { true, false }) {
			recorder.ranges.clear();
			copy(request(PACKED, "image", null), new FaultyTarget(16 * MIB, staged));
			long next = 0;
			for (final var range : recorder.ranges.entrySet()) {
				assertEquals(next, range.getKey());
				assertEquals(sum(CONTENT, (int) next, range.getValue().length()), range.getValue().sum());
				next += range.getValue().length();
				assertTrue(next == MIB || next % (4 * MIB) == 0 || next == CONTENT.length);
			}
			assertEquals(CONTENT.length, next);
		}
	}

	@Test
	void aSlowTargetIsCalledTheBottleneck() throws Exception {
		final var target = new FaultyTarget(64 * MIB, true);
		final long start = System.nanoTime();
		final var first = new AtomicBoolean(true);
		target.beforeWrite = _ -> {
			untilTheyWait("image-read", "image-hash");
			// what the first chunk took to come was waited for as well
			Thread.sleep(first.getAndSet(false) ? 80 + (System.nanoTime() - start) / 500_000 : 80);
		};
		copy(request(new byte[64 * MIB], "image", null), target);
		assertEquals(Set.of(Bottleneck.TARGET), recorder.bottlenecks);
	}

	/** Until the threads of these names have nothing to do, or have ended. */
	private static void untilTheyWait(String... names) throws InterruptedException {
		while (Thread.getAllStackTraces().keySet().stream()
				.anyMatch(thread -> List.of(names).contains(thread.getName()) && thread.getState() != Thread.State.WAITING && thread.isAlive())) {
			Thread.sleep(1);
		}
	}

	@Test
	void aListenerThatFailsEndsTheCopy() throws Exception {
		final var report = imaging.copy(request(CONTENT, "image", null), new FaultyTarget(16 * MIB, true), "disk", new Progress() {
			@Override
			public CancelToken token() {
				return recorder.token;
			}

			@Override
			public void range(long position, int length, String sum) {
				throw new IllegalStateException("meant to be");
			}
		});
		assertFailed(report, Outcome.UNCHANGED, "meant to be");
	}
}
