package dev.benchtop.disk;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A disk in memory that hangs, breaks and goes when it is told to. */
class CrewTest {

	private static final int BLOCK = 512;

	private final byte[] content = new byte[4 << 20];
	private final AtomicBoolean there = new AtomicBoolean(true);
	private final CountDownLatch hanging = new CountDownLatch(1);
	private final CountDownLatch hangs = new CountDownLatch(1);
	private final BlockingQueue<Long> silences = new LinkedBlockingQueue<>();
	private volatile boolean hang;
	private volatile IOException failure;
	private volatile long brokenFrom;

	private final class MemoryIo implements DiskIo {

		@Override
		public int blockSize() {
			return BLOCK;
		}

		@Override
		public long size() {
			return content.length;
		}

		@Override
		public long sequence() {
			return 0;
		}

		private void access(ByteBuffer data, long position) throws IOException {
			assertEquals(0, position % BLOCK);
			assertEquals(0, data.remaining() % BLOCK);
			assertTrue(data.isDirect());
			if (failure != null && position + data.remaining() > brokenFrom) {
				throw failure;
			}
			if (hang) {
				hanging.countDown();
				try {
					hangs.await();
				} catch (InterruptedException e) {
					throw new IOException(e);
				}
			}
		}

		@Override
		public int read(ByteBuffer data, long position) throws IOException {
			access(data, position);
			final int count = data.remaining();
			data.put(content, (int) position, count);
			return count;
		}

		@Override
		public int write(ByteBuffer data, long position) throws IOException {
			access(data, position);
			final int count = data.remaining();
			data.get(content, (int) position, count);
			return count;
		}

		@Override
		public void zero(long position, long length) throws IOException {
			throw new IOException("not supported");
		}

		@Override
		public void sync() {
			// memory is always in step
		}

		@Override
		public void settle() {
			// nobody else looks
		}

		@Override
		public void close() {
			// what hangs in the kernel does not hear of it
		}
	}

	@AfterEach
	void tearDown() {
		hangs.countDown();
	}

	private DiskSession session(Duration patience) {
		return new DiskSession(new MemoryIo(), true, new DiskSession.Patience(patience.dividedBy(4), patience, patience), there::get, silences::add);
	}

	@Test
	void anyPieceGoesToItsPlaceAndComesBack() throws IOException {
		final var random = new Random(2);
		random.nextBytes(content);
		final byte[] wanted = content.clone();
		try (var session = session(Duration.ofMinutes(1))) {
			for (int round = 0; round < 50; round++) {
				final int position = random.nextInt(content.length - 1);
				final byte[] piece = new byte[1 + random.nextInt(Math.min(3 << 20, content.length - position))];
				if (round % 2 == 0) {
					random.nextBytes(piece);
				}
				System.arraycopy(piece, 0, wanted, position, piece.length);
				session.write(ByteBuffer.wrap(piece), position);
				final var back = ByteBuffer.allocate(piece.length);
				assertEquals(piece.length, session.read(back, position));
				assertArrayEquals(piece, back.array());
			}
		}
		assertArrayEquals(wanted, content);
	}

	@Test
	void readingEndsWhereTheDiskDoes() throws IOException {
		try (var session = session(Duration.ofMinutes(1))) {
			assertEquals(10, session.read(ByteBuffer.allocate(100), content.length - 10));
			assertEquals(-1, session.read(ByteBuffer.allocate(100), content.length));
		}
	}

	@Test
	void aDiskThatDoesNotAnswerIsTold() throws IOException {
		try (var session = session(Duration.ofMillis(50))) {
			hang = true;
			final IOException told = assertThrows(IOException.class, () -> session.write(ByteBuffer.allocate(BLOCK), 0));
			assertTrue(told.getMessage().contains("not answered"), told.getMessage());
		}
	}

	@Test
	void whoWaitsIsToldLongBeforeItIsGivenUp() throws Exception {
		final var patience = new DiskSession.Patience(Duration.ofMillis(1), Duration.ofMinutes(10), Duration.ofMinutes(10));
		hang = true;
		try (var session = new DiskSession(new MemoryIo(), true, patience, there::get, silences::add); var threads = Executors.newSingleThreadExecutor()) {
			final var writing = threads.submit(() -> {
				session.write(ByteBuffer.allocate(BLOCK), 0);
				return null;
			});
			assertTrue(silences.take() >= 0);
			there.set(false);
			assertTrue(assertThrows(ExecutionException.class, writing::get).getCause().getMessage().contains("unplugged"));
		}
		assertTrue(silences.isEmpty(), "it is told once");
	}

	@Test
	void aDiskThatIsUnpluggedIsTold() throws IOException {
		try (var session = session(Duration.ofMinutes(1))) {
			there.set(false);
			failure = new IOException("Input/output error");
			final IOException told = assertThrows(IOException.class, () -> session.write(ByteBuffer.allocate(BLOCK), 0));
			assertTrue(told.getMessage().contains("unplugged"), told.getMessage());
			assertEquals(failure, told.getCause());
		}
	}

	@Test
	void aDiskThatIsBrokenSaysItsOwnWords() throws IOException {
		try (var session = session(Duration.ofMinutes(1))) {
			failure = new IOException("Input/output error");
			assertEquals(failure, assertThrows(IOException.class, () -> session.read(ByteBuffer.allocate(BLOCK), 0)));
		}
	}

	@Test
	void whatWasWrittenUpToTheFirstBrokenPlaceIsKnown() throws IOException {
		try (var session = session(Duration.ofMinutes(1))) {
			failure = new IOException("Input/output error");
			brokenFrom = 2 << 20;
			final var data = ByteBuffer.allocateDirect(3 << 20).put(0, new byte[] {1});
			assertEquals(failure, assertThrows(IOException.class, () -> session.write(data, 512 << 10)));
			assertEquals(brokenFrom, (512 << 10) + data.position());
		}
	}

	@Test
	void closingEndsWhatHangs() throws IOException, InterruptedException {
		final var session = session(Duration.ofMinutes(10));
		hang = true;
		try (var threads = Executors.newSingleThreadExecutor()) {
			final var writing = threads.submit(() -> {
				session.write(ByteBuffer.allocate(4 * BLOCK), 0);
				return null;
			});
			hanging.await();
			session.close();
			assertEquals(IOException.class, assertThrows(ExecutionException.class, writing::get).getCause().getClass());
		}
	}
}
