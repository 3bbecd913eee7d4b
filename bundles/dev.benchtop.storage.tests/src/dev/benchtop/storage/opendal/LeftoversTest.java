package dev.benchtop.storage.opendal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class LeftoversTest {

	private final Leftovers leftovers = new Leftovers();

	@Test
	void whoeverClosesWaitsUntilAllIsTakenAway() throws Exception {
		final var begun = new CountDownLatch(1);
		final var tries = new AtomicInteger();
		final var ending = leftovers.ending();
		final var closing = CompletableFuture.supplyAsync(() -> {
			begun.countDown();
			leftovers.await(60_000);
			return tries.get();
		}, Thread.ofPlatform().daemon()::start);
		begun.await();
		try (ending) {
			leftovers.remove("a file", () -> tries.incrementAndGet() == 3);
		}
		assertEquals(3, closing.get());
	}

	@Test
	void whatCannotBeTakenAwayIsNotWaitedForForever() {
		final var forever = new CountDownLatch(1);
		leftovers.remove("a file", () -> {
			try {
				forever.await();
			} catch (InterruptedException e) {
				return false;
			}
			return true;
		});
		leftovers.await(10);
		assertTrue(forever.getCount() > 0);
		forever.countDown();
		leftovers.await(60_000);
	}
}
