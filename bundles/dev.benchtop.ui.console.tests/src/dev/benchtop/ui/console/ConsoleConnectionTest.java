package dev.benchtop.ui.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.benchtop.core.BenchException;

@Timeout(120)
class ConsoleConnectionTest {

	private final Shown shown = new Shown();
	private final ConsoleConnection connection = new ConsoleConnection(shown);
	private final FakeLine line = new FakeLine();

	@AfterEach
	void close() {
		connection.close();
	}

	@Test
	void showsWhatWasSaidBeforeWithoutItsQueriesAndThenAllThatIsSaid() throws InterruptedException {
		line.before = "Welcome\u001b[6n\r\n# ";
		connection.follow(Optional.of(new Origin.OfNode(line.node("desk", "console"))));
		shown.until(() -> connection.live() && line.opened && !line.listeners.isEmpty());
		assertEquals("Welcome\r\n# ", shown.text());
		line.says("\u001b[6n");
		assertEquals("Welcome\r\n# \u001b[6n", shown.text());
	}

	@Test
	void whatIsReplayedLaterIsNotSaidNow() throws InterruptedException {
		connection.follow(Optional.of(new Origin.OfNode(line.node("desk", "console"))));
		shown.until(connection::live);
		final var ear = line.listeners.getFirst();
		ear.received("from the log before\u001b[6n".getBytes(StandardCharsets.ISO_8859_1), true);
		assertFalse(connection.live());
		assertEquals("from the log before", shown.text());
		ear.live();
		assertTrue(connection.live());
	}

	@Test
	void staysWithTheSameNodeAndChangesToAnother() throws InterruptedException {
		final var node = line.node("desk", "console");
		connection.follow(Optional.of(new Origin.OfNode(node)));
		shown.until(() -> line.listeners.size() == 1);
		connection.follow(Optional.of(new Origin.OfNode(node)));
		assertEquals(0, shown.resets.get());
		final var other = new FakeLine();
		connection.follow(Optional.of(new Origin.OfNode(other.node("desk", "console"))));
		shown.until(() -> other.listeners.size() == 1);
		assertTrue(line.listeners.isEmpty());
		assertEquals(1, shown.resets.get());
		assertEquals(Optional.of(other), connection.console());
	}

	@Test
	void aNodeThatGoesIsLeft() throws InterruptedException {
		connection.follow(Optional.of(new Origin.OfNode(line.node("desk", "console"))));
		shown.until(() -> line.opened);
		connection.follow(Optional.empty());
		assertTrue(line.listeners.isEmpty());
		assertFalse(connection.live());
		assertTrue(connection.console().isEmpty());
	}

	@Test
	void aFailureIsKeptUntilItIsTriedAgain() throws InterruptedException {
		line.refusal = BenchException.failed("No such port").build();
		connection.follow(Optional.of(new Origin.OfNode(line.node("desk", "console"))));
		shown.until(() -> connection.failure().isPresent());
		assertEquals("No such port", connection.failure().orElseThrow().what());
		line.refusal = null;
		connection.retry();
		shown.until(() -> line.opened);
		assertTrue(connection.failure().isEmpty());
	}

	@Test
	void saysThatItConnectsForAsLongAsThatTakes() throws InterruptedException {
		final var seen = new AtomicBoolean();
		line.whileOpening = () -> seen.set(connection.opening());
		connection.follow(Optional.of(new Origin.OfNode(line.node("desk", "console"))));
		shown.until(() -> line.opened && !connection.opening());
		assertTrue(seen.get());
	}

	@Test
	void nothingIsShownAfterItWasClosed() throws InterruptedException {
		connection.follow(Optional.of(new Origin.OfNode(line.node("desk", "console"))));
		shown.until(() -> line.opened);
		connection.close();
		assertTrue(line.listeners.isEmpty());
		connection.follow(Optional.of(new Origin.OfNode(new FakeLine().node("desk", "console"))));
		assertTrue(connection.console().isEmpty());
	}

	/** Keeps what a tab would show. */
	private static final class Shown implements ConsoleConnection.Tab {

		final AtomicInteger resets = new AtomicInteger();
		private final StringBuffer text = new StringBuffer();
		private volatile CountDownLatch next = new CountDownLatch(1);

		String text() {
			return text.toString();
		}

		void until(BooleanSupplier condition) throws InterruptedException {
			while (!condition.getAsBoolean()) {
				next.await(20, TimeUnit.MILLISECONDS);
				next = new CountDownLatch(1);
			}
		}

		@Override
		public void show(byte[] bytes) {
			text.append(new String(bytes, StandardCharsets.ISO_8859_1));
			next.countDown();
		}

		@Override
		public void reset() {
			resets.incrementAndGet();
			next.countDown();
		}

		@Override
		public void changed() {
			next.countDown();
		}
	}
}
