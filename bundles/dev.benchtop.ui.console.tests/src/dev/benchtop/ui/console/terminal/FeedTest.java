package dev.benchtop.ui.console.terminal;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class FeedTest {

	@Test
	void everyByteInOrder() throws InterruptedException {
		final byte[] said = new byte[300_000];
		new Random(1).nextBytes(said);
		final var terminal = new Screen(said.length);
		try (var feed = new Feed(terminal)) {
			for (int from = 0; from < said.length; from += 9_999) {
				feed.put(Arrays.copyOfRange(said, from, Math.min(said.length, from + 9_999)));
			}
			assertTrue(terminal.full.await(1, TimeUnit.MINUTES));
		}
		assertArrayEquals(said, terminal.bytes.toByteArray());
	}

	@Test
	void aFloodIsHeldBackSoThatTheWindowStaysAlive() throws InterruptedException {
		final byte[] said = new byte[2 * 1024 * 1024];
		final var terminal = new Screen(said.length);
		final long start = System.nanoTime();
		try (var feed = new Feed(terminal)) {
			feed.put(said);
			assertTrue(terminal.full.await(1, TimeUnit.MINUTES));
		}
		assertTrue(System.nanoTime() - start > TimeUnit.MILLISECONDS.toNanos(300));
	}

	@Test
	void closingEndsATerminalThatBlocks() throws InterruptedException {
		final var entered = new CountDownLatch(1);
		final var left = new CountDownLatch(1);
		final var feed = new Feed(new OutputStream() {
			@Override
			public void write(int value) throws IOException {
				write(new byte[] {(byte) value}, 0, 1);
			}

			@Override
			public void write(byte[] bytes, int offset, int length) throws IOException {
				entered.countDown();
				try {
					new CountDownLatch(1).await();
				} catch (InterruptedException e) {
					left.countDown();
					throw new IOException(e);
				}
			}
		});
		feed.put(new byte[1]);
		assertTrue(entered.await(1, TimeUnit.MINUTES));
		feed.close();
		assertTrue(left.await(1, TimeUnit.MINUTES));
		for (int i = 0; i < 100; i++) {
			feed.put(new byte[1]);
		}
	}

	/** Collects what is written to it. */
	private static final class Screen extends OutputStream {

		final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		final CountDownLatch full = new CountDownLatch(1);
		private final int expected;

		Screen(int expected) {
			this.expected = expected;
		}

		@Override
		public void write(int value) {
			write(new byte[] {(byte) value}, 0, 1);
		}

		@Override
		public void write(byte[] source, int offset, int length) {
			bytes.write(source, offset, length);
			if (bytes.size() == expected) {
				full.countDown();
			}
		}
	}
}
