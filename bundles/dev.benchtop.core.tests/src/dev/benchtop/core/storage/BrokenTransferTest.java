package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import dev.benchtop.core.BenchException;
import dev.benchtop.testing.Beats;

/** Transfers that break, are cancelled, or meet another one. */
class BrokenTransferTest extends TransferFixture {

	@Test
	void aReadThatBreaksGoesOnWhereItWas() throws Exception {
		final byte[] content = bytes(BIG);
		stored("a", content);
		final var breaks = new AtomicInteger();
		storage.faults().onRead = (_, position) -> {
			if (position >= (breaks.get() + 1) * (3L << 20) && breaks.incrementAndGet() > 0) {
				throw new EOFException("cut");
			}
		};
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY.verified(true));
		assertTrue(report.success(), report.failures()::toString);
		assertArrayEquals(content, Files.readAllBytes(local.resolve("a")));
		assertEquals(content.length, report.bytes());
		assertEquals(6, breaks.get());
	}

	@Test
	void aReadThatOnlyBreaksIsGivenUp() throws Exception {
		stored("a", bytes(100));
		storage.faults().onRead = (_, _) -> {
			throw new IOException("connection reset");
		};
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY);
		assertEquals("connection reset", report.failures().getFirst().reason().why().orElseThrow());
		assertEquals(4, storage.faults().calls.size());
		assertEquals(List.of(), names(local));
	}

	@Test
	void anErrorOfTheProcessEndsTheTransferToo() throws Exception {
		stored("a", bytes(100));
		storage.faults().onRead = (_, _) -> {
			throw new NoClassDefFoundError("thrown by a test");
		};
		final var error = assertThrows(BenchException.class, () -> run(storage.at("a"), at("a"), TransferOptions.COPY));
		assertEquals("thrown by a test", error.why().orElseThrow());
		assertEquals(List.of(), names(local));
	}

	@Test
	void anErrorWhileItIsReadIsNotItsEnd() {
		final var from = Channels.newChannel(new InputStream() {
			@Override
			public int read() {
				throw new NoClassDefFoundError("thrown by a test");
			}
		});
		final var to = Channels.newChannel(OutputStream.nullOutputStream());
		assertThrows(SourceException.class, () -> new Pump(from, to, Optional.empty(), _ -> { }).run(-1));
	}

	@Test
	void aFileThatChangesWhileItIsReadIsNotPatchedTogether() throws Exception {
		final Path file = stored("a", bytes(BIG));
		final var once = new AtomicInteger();
		storage.faults().onRead = (_, position) -> {
			if (position > 9 << 20 && once.incrementAndGet() == 1) {
				Files.setLastModifiedTime(file, FileTime.fromMillis(1));
				throw new IOException("cut");
			}
		};
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY);
		assertTrue(report.failures().getFirst().reason().getMessage().contains("changed while it was read"), report.failures()::toString);
		assertFalse(Files.exists(local.resolve("a")));
	}

	@Test
	void anUploadThatBreaksBeginsAgainAndTheTotalStaysTrue() throws Exception {
		final byte[] content = bytes(BIG);
		file("a", content);
		final var once = new AtomicInteger();
		storage.faults().onWrite = (_, position) -> {
			if (position > 5 << 20 && once.incrementAndGet() == 1) {
				throw new IOException("503");
			}
		};
		final var report = run(at("a"), storage.at("a"), TransferOptions.COPY);
		assertTrue(report.success(), report.failures()::toString);
		assertArrayEquals(content, Files.readAllBytes(storage.folder().resolve("a")));
		assertEquals(List.of("a"), names(storage.folder()));
		assertEquals(content.length, report.bytes());
		assertTotalWasTrue();
	}

	@Test
	void anUploadThatFailsLeavesWhatWasThere() throws Exception {
		file("a", bytes(BIG));
		stored("a", bytes(5));
		storage.faults().onWrite = (_, position) -> {
			if (position > 1 << 20) {
				throw new IOException("disk full");
			}
		};
		final var report = run(at("a"), storage.at("a"), TransferOptions.COPY.existing(Existing.REPLACE));
		assertEquals("disk full", report.failures().getFirst().reason().why().orElseThrow());
		assertEquals("fake:/a", report.failures().getFirst().place());
		assertEquals(List.of("a"), names(storage.folder()));
		assertEquals(5, Files.size(storage.folder().resolve("a")));
	}

	private Path interrupted(byte[] content, boolean verify) throws Exception {
		final Path file = stored("a", content);
		storage.faults().onRead = (_, position) -> {
			if (position > 12 << 20) {
				throw new IOException("gone");
			}
		};
		assertFalse(run(storage.at("a"), at("a"), TransferOptions.COPY.verified(verify)).success());
		assertEquals(List.of(".a.part", ".a.part.json"), names(local));
		storage.faults().onRead = (_, _) -> { };
		storage.faults().calls.clear();
		return file;
	}

	@Test
	void anInterruptedDownloadIsResumed() throws Exception {
		final byte[] content = bytes(BIG);
		interrupted(content, false);
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY);
		assertTrue(report.success(), report.failures()::toString);
		assertArrayEquals(content, Files.readAllBytes(local.resolve("a")));
		assertTrue(report.bytes() <= content.length - (12 << 20), () -> Long.toString(report.bytes()));
		assertTrue(report.notes().getFirst().contains("fake:/a") && report.notes().getFirst().contains("12.0 MiB"), report.notes()::toString);
		assertEquals(List.of("a"), names(local));
	}

	@Test
	void whatIsResumedIsVerifiedAgainstTheSource() throws Exception {
		final byte[] content = bytes(BIG);
		interrupted(content, true);
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY.verified(true));
		assertTrue(report.success(), report.failures()::toString);
		assertTrue(report.bytes() < content.length);
		assertArrayEquals(content, Files.readAllBytes(local.resolve("a")));
	}

	@Test
	void aPartThatWasDamagedIsNotBelieved() throws Exception {
		final byte[] content = bytes(BIG);
		interrupted(content, true);
		try (var part = java.nio.channels.FileChannel.open(local.resolve(".a.part"), java.nio.file.StandardOpenOption.WRITE)) {
			part.write(java.nio.ByteBuffer.wrap(new byte[100]), 1 << 20);
		}
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY.verified(true));
		assertTrue(report.success(), report.failures()::toString);
		assertEquals(content.length, report.bytes());
		assertArrayEquals(content, Files.readAllBytes(local.resolve("a")));
	}

	@Test
	void aSourceThatHasChangedBeginsAnewAndSaysSo() throws Exception {
		interrupted(bytes(BIG), false);
		final byte[] other = bytes(BIG + 1);
		stored("a", other);
		final var report = run(storage.at("a"), at("a"), TransferOptions.COPY);
		assertTrue(report.notes().getFirst().startsWith("It has changed"), report.notes()::toString);
		assertEquals(other.length, report.bytes());
		assertArrayEquals(other, Files.readAllBytes(local.resolve("a")));
	}

	@Test
	void aBlockedReadIsCancelledAtOnceAndNothingIsUnderTheName() throws Exception {
		stored("a", bytes(BIG));
		final var forever = new CountDownLatch(1);
		storage.faults().onRead = (_, position) -> {
			if (position > 1 << 20) {
				storage.faults().isBlocked();
				uninterruptibly(forever);
			}
		};
		final var run = CompletableFuture.supplyAsync(() -> assertThrows(BenchException.class, () -> run(storage.at("a"), at("a"), TransferOptions.COPY)),
				Thread.ofVirtual()::start);
		storage.faults().awaitBlocked();
		final var limit = Beats.of(Duration.ofSeconds(2));
		heard.token.cancel();
		CompletableFuture.anyOf(run, limit).get();
		assertTrue(run.isDone());
		assertTrue(run.get().isCancelled());
		assertFalse(Files.exists(local.resolve("a")));
		forever.countDown();
		while (!names(local).isEmpty()) {
			Thread.sleep(1);
		}
	}

	@Test
	void aCancelledUploadLeavesNothing() throws Exception {
		file("a", bytes(BIG));
		storage.faults().onWrite = (_, position) -> {
			if (position > 1 << 20) {
				heard.token.cancel();
			}
		};
		assertTrue(assertThrows(BenchException.class, () -> run(at("a"), storage.at("a"), TransferOptions.COPY)).isCancelled());
		assertEquals(List.of(), names(storage.folder()));
	}

	private static void uninterruptibly(CountDownLatch latch) throws IOException {
		try {
			latch.await();
		} catch (InterruptedException e) {
			throw new IOException(e);
		}
	}

	@Test
	void twoTransfersDoNotWriteOneFileAtOnce() throws Exception {
		stored("a", bytes(BIG));
		final var go = new CountDownLatch(1);
		storage.faults().onRead = (_, _) -> {
			storage.faults().isBlocked();
			uninterruptibly(go);
		};
		final var first = CompletableFuture.supplyAsync(() -> assertTimely(() -> run(storage.at("a"), at("a"), TransferOptions.COPY)), Thread.ofVirtual()::start);
		storage.faults().awaitBlocked();
		final var second = run(storage.at("a"), at("a"), TransferOptions.COPY);
		assertEquals("another transfer writes to it", second.failures().getFirst().reason().why().orElseThrow());
		go.countDown();
		assertTrue(first.get().success());
	}

	@FunctionalInterface
	private interface Run {
		TransferReport now() throws BenchException;
	}

	private static TransferReport assertTimely(Run run) {
		try {
			return run.now();
		} catch (BenchException e) {
			throw new AssertionError(e);
		}
	}
}
