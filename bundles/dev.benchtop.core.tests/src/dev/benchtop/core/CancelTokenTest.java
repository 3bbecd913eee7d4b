package dev.benchtop.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;

import org.junit.jupiter.api.Test;

/** Waiting that can be taken back. */
class CancelTokenTest {

	@Test
	void aLockThatIsFreeIsTaken() throws Exception {
		final var lock = new ReentrantLock();
		CancelToken.none().lock(lock);
		assertTrue(lock.isHeldByCurrentThread());
	}

	@Test
	void whoIsCancelledTakesNoLock() {
		final var lock = new ReentrantLock();
		final var token = new CancelToken();
		token.cancel();
		assertTrue(assertThrows(BenchException.class, () -> token.lock(lock)).isCancelled());
		assertFalse(lock.isLocked());
	}

	@Test
	void waitingForALockEndsWithTheCancellation() throws Exception {
		final var lock = new ReentrantLock();
		final var token = new CancelToken();
		lock.lock();
		try {
			final var waiting = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> token.lock(lock)), Thread.ofVirtual()::start);
			token.cancel();
			assertTrue(waiting.get().isCancelled());
			assertEquals(1, lock.getHoldCount());
		} finally {
			lock.unlock();
		}
	}
}
