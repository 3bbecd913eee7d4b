package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.testing.Beats;

/** Whatever a copy hangs at, who cancels it is not kept waiting. */
class CopyCancelTest extends CopyFixture {

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cancelEndsSeveralWritesThatHang(boolean deaf) throws Exception {
		final var target = new FaultyTarget(16 * MIB, false);
		target.writers = 2;
		cancel(target, "write", deaf);
		assertEquals(List.of(), recorder.order);
	}

	@ParameterizedTest
	@CsvSource({ "write, true", "write, false", "sync, false", "sync, true", "read, true", "read, false", "commit, true", "commit, false" })
	void cancelEndsWhateverHangs(String where, boolean staged) throws Exception {
		cancel(where, staged, false);
	}

	@ParameterizedTest
	@CsvSource({ "write, true", "write, false", "sync, false", "read, true" })
	void cancelEndsEvenWhatNothingEnds(String where, boolean staged) throws Exception {
		cancel(where, staged, true);
	}

	private void cancel(String where, boolean staged, boolean deaf) throws Exception {
		cancel(new FaultyTarget(16 * MIB, staged), where, deaf);
	}

	private void cancel(FaultyTarget target, String where, boolean deaf) throws Exception {
		target.hangIn = where;
		target.deaf = deaf;
		final var wanted = request(PACKED, "image", null);
		final var report = CompletableFuture.supplyAsync(() -> {
			try {
				return copy(wanted, target);
			} catch (BenchException e) {
				throw new IllegalStateException(e);
			}
		}, Thread.ofPlatform().daemon()::start);
		target.hanging.await();
		final var limit = Beats.of(Duration.ofSeconds(2));
		recorder.token.cancel();
		CompletableFuture.anyOf(report, limit).get();
		assertTrue(report.isDone());
		final FlashReport ended = report.get();
		assertTrue(ended.failure().orElseThrow().isCancelled());
		// a commit that hangs may come or not: what cannot be known is not called unchanged
		assertEquals(target.staged() && !where.equals("commit") ? Outcome.UNCHANGED : Outcome.INCOMPLETE, ended.outcome());
		if (!where.equals("commit")) {
			assertOld(target.medium, 0, MIB);
		}
		assertFalse(target.committed);
	}

	@Test
	void cancelledBeforeItBegins() throws Exception {
		recorder.token.cancel();
		assertTrue(assertThrows(BenchException.class, () -> copy(request(PACKED, "image", null), new FaultyTarget(MIB, true))).isCancelled());
	}

	@ParameterizedTest
	@ValueSource(strings = { "hash", "write", "verify" })
	void cancelWhileItRuns(String phase) throws Exception {
		recorder.waitFor(phase);
		final var target = new FaultyTarget(16 * MIB, false);
		final var wanted = request(PACKED, "image", sha256(CONTENT));
		Thread.ofVirtual().start(() -> {
			try {
				recorder.waitedFor.await();
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
			recorder.token.cancel();
		});
		final FlashReport report = copy(wanted, target);
		assertTrue(report.outcome().isSuccess() || report.failure().orElseThrow().isCancelled());
		if (recorder.begun.contains("commit")) {
			assertEquals(-1, Arrays.mismatch(CONTENT, MIB, CONTENT.length, target.medium, MIB, CONTENT.length), "all but the first MiB was there before it");
		} else {
			assertOld(target.medium, 0, MIB);
		}
	}
}
