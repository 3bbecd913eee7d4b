package dev.benchtop.core.storage;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

@Timeout(120)
class TransferTest {

	private static final Duration SOON = Duration.ofMillis(1);
	private static final int BIG = 20 << 20;

	/** Counts what it hears. */
	private static final class Heard implements Progress {
		final CancelToken token = new CancelToken();
		final AtomicLong total = new AtomicLong();
		final AtomicLong done = new AtomicLong();

		@Override
		public CancelToken token() {
			return token;
		}

		@Override
		public void begin(Phase phase, long totalBytes) {
			total.set(totalBytes);
			done.set(0);
		}

		@Override
		public void total(long totalBytes) {
			total.set(totalBytes);
		}

		@Override
		public void advance(long bytes) {
			done.addAndGet(bytes);
		}
	}

	@TempDir
	Path home;

	private FakeStorage storage;
	private Path local;
	private final Heard heard = new Heard();

	@BeforeEach
	void make() throws IOException {
		storage = new FakeStorage(Files.createDirectory(home.resolve("storage")));
		local = Files.createDirectory(home.resolve("local"));
	}

	private static byte[] bytes(int size) {
		final var bytes = new byte[size];
		new Random(size).nextBytes(bytes);
		return bytes;
	}

	private Path file(String name, byte[] content) throws IOException {
		final Path file = Files.createDirectories(local.resolve(name).getParent()).resolve(local.resolve(name).getFileName());
		return Files.write(file, content);
	}

	private Path stored(String name, byte[] content) throws IOException {
		final Path file = storage.folder().resolve(name);
		Files.createDirectories(file.getParent());
		return Files.write(file, content);
	}

	private TransferReport run(Location from, Location to, TransferOptions options) throws BenchException {
		return new Transfer(from, to, options, SOON).run(heard);
	}

	private Location at(String name) {
		return Location.of(local.resolve(name));
	}

	private static List<String> names(Path folder) throws IOException {
		try (var files = Files.list(folder)) {
			return files.map(file -> file.getFileName().toString()).sorted().toList();
		}
	}

	private void assertTotalWasTrue() {
		assertEquals(heard.total.get(), heard.done.get());
	}

	@Test
	void aLocalFileIsCopiedWithItsTimeAndItsRightToRun() throws Exception {
		final byte[] content = bytes(BIG + 17);
		final Path file = file("a", content);
		Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
		final var time = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
		Files.setLastModifiedTime(file, time);
		final var report = run(at("a"), at("sub/b"), TransferOptions.COPY);
		assertTrue(report.success(), report.failures()::toString);
		assertEquals(content.length, report.bytes());
		assertArrayEquals(content, Files.readAllBytes(local.resolve("sub/b")));
		assertEquals(time, Files.getLastModifiedTime(local.resolve("sub/b")));
		assertTrue(Files.isExecutable(local.resolve("sub/b")));
		assertEquals(List.of("b"), names(local.resolve("sub")));
		assertTotalWasTrue();
	}

	@Test
	void aFileGoesToAStorageAndBackVerified() throws Exception {
		final byte[] content = bytes(BIG);
		file("a", content);
		assertTrue(run(at("a"), storage.at("x/a"), TransferOptions.COPY.verified(true)).success());
		assertArrayEquals(content, Files.readAllBytes(storage.folder().resolve("x/a")));
		assertTrue(run(storage.at("x/a"), at("back"), TransferOptions.COPY.verified(true)).success());
		assertArrayEquals(content, Files.readAllBytes(local.resolve("back")));
		assertTotalWasTrue();
	}

	@Test
	void anEmptyFileIsAFileToo() throws Exception {
		file("a", new byte[0]);
		assertTrue(run(at("a"), storage.at("a"), TransferOptions.COPY.verified(true)).success());
		assertTrue(run(storage.at("a"), at("b"), TransferOptions.COPY).success());
		assertEquals(0, Files.size(local.resolve("b")));
	}

	@Test
	void whatIsThereStaysUnlessTheUserSaysOtherwise() throws Exception {
		file("a", bytes(10));
		file("b", bytes(20));
		final var report = run(at("a"), at("b"), TransferOptions.COPY);
		assertEquals("exists already", report.failures().getFirst().reason().what().substring("The file ".length()));
		assertEquals(at("b").text(), report.failures().getFirst().place());
		assertEquals(1, run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.SKIP)).skipped());
		assertEquals(20, Files.size(local.resolve("b")));
		assertTrue(run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.REPLACE)).success());
		assertEquals(10, Files.size(local.resolve("b")));
		assertEquals(1, run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.CHANGED)).skipped());
		file("a", bytes(11));
		assertEquals(1, run(at("a"), at("b"), TransferOptions.COPY.existing(Existing.CHANGED)).files());
		assertEquals(11, Files.size(local.resolve("b")));
	}

	@Test
	void aReplacedFileKeepsItsPermissionsAndALinkStaysALink() throws Exception {
		file("a", bytes(10));
		final Path target = file("b", bytes(20));
		Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r-----"));
		Files.createSymbolicLink(local.resolve("link"), target);
		assertTrue(run(at("a"), at("link"), TransferOptions.COPY.existing(Existing.REPLACE)).success());
		assertTrue(Files.isSymbolicLink(local.resolve("link")));
		assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(target)));
		assertEquals(10, Files.size(target));
	}

	@Test
	void aTreeIsCopiedWithEmptyFoldersAndOddNames() throws Exception {
		final var content = Map.of("x/a", bytes(10), "x/deep/er/b", bytes(2 << 20), "x/ä %40?#", bytes(3), "x/deep/c", bytes(0));
		for (final var entry : content.entrySet()) {
			file(entry.getKey(), entry.getValue());
		}
		Files.createDirectories(local.resolve("x/empty/er"));
		final var up = run(at("x"), storage.at("t"), TransferOptions.COPY);
		assertTrue(up.success(), up.failures()::toString);
		assertEquals(4, up.files());
		assertTotalWasTrue();
		final var down = run(storage.at("t"), at("y"), TransferOptions.COPY);
		assertTrue(down.success(), down.failures()::toString);
		for (final var entry : content.entrySet()) {
			assertArrayEquals(entry.getValue(), Files.readAllBytes(local.resolve("y" + entry.getKey().substring(1))), entry.getKey());
		}
		assertTrue(Files.isDirectory(local.resolve("y/empty/er")));
	}

	@Test
	void oneFileThatFailsDoesNotStopTheOthers() throws Exception {
		for (int i = 0; i < 20; i++) {
			stored("t/" + i, bytes(100 + i));
		}
		storage.faults().onRead = (path, _) -> {
			if (path.equals("/t/7")) {
				throw new IOException("medium error");
			}
		};
		final var report = run(storage.at("t"), at("t"), TransferOptions.COPY);
		assertFalse(report.success());
		assertEquals(19, report.files());
		assertEquals("fake:/t/7", report.failures().getFirst().place());
		assertEquals("medium error", report.failures().getFirst().reason().why().orElseThrow());
		assertEquals(19, names(local.resolve("t")).size());
	}

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
	void oneStorageCopiesByItself() throws Exception {
		stored("t/a", bytes(100));
		assertTrue(run(storage.at("t"), storage.at("u"), TransferOptions.COPY).success());
		assertEquals(List.of("copy /t/a /u/a"), storage.faults().calls);
		assertEquals(100, Files.size(storage.folder().resolve("u/a")));
	}

	@Test
	void aMoveInOneFileSystemIsARename() throws Exception {
		stored("t/a", bytes(100));
		assertTrue(run(storage.at("t"), storage.at("u"), TransferOptions.MOVE).success());
		assertEquals(List.of("move /t /u"), storage.faults().calls);
		file("x/a", bytes(10));
		assertTrue(run(at("x"), at("y"), TransferOptions.MOVE).success());
		assertEquals(List.of("y"), names(local));
	}

	@Test
	void aMoveToAnotherFileSystemTakesTheSourceAwayWhenItIsThere() throws Exception {
		file("x/a", bytes(10));
		file("x/b/c", bytes(20));
		assertTrue(run(at("x"), storage.at("x"), TransferOptions.MOVE).success());
		assertEquals(List.of(), names(local));
		assertEquals(20, Files.size(storage.folder().resolve("x/b/c")));
	}

	@Test
	void whatCouldNotBeMovedStays() throws Exception {
		file("x/a", bytes(10));
		file("x/b", bytes(20));
		stored("x/b", bytes(5));
		final var report = run(at("x"), storage.at("x"), TransferOptions.MOVE);
		assertEquals(1, report.failures().size());
		assertEquals(List.of("b"), names(local.resolve("x")));
		assertEquals(1, run(at("x"), storage.at("x"), TransferOptions.MOVE.existing(Existing.SKIP)).skipped());
		assertEquals(List.of("b"), names(local.resolve("x")));
	}

	@Test
	void whatMakesNoSenseIsRefused() throws Exception {
		file("x/a", bytes(10));
		assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> run(at("x"), at("x/y"), TransferOptions.COPY)).kind());
		assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> run(at("x/a"), at("x/a"), TransferOptions.COPY)).kind());
		final var missing = assertThrows(BenchException.class, () -> run(storage.at("none"), at("x"), TransferOptions.COPY));
		assertEquals("fake:/none: It cannot be read: it does not exist", missing.getMessage());
		assertEquals("A folder of that name is there", run(at("x/a"), Location.of(local), TransferOptions.COPY).failures().getFirst().reason().what());
		assertTrue(run(at("x/a"), Location.of(Path.of("/dev/null")), TransferOptions.COPY.existing(Existing.REPLACE)).failures().getFirst().reason().what()
				.contains("no regular file"));
	}

	@Test
	void aStorageThatTakesNoFilesSaysSo() throws Exception {
		file("a", bytes(10));
		storage.faults().readOnly = true;
		assertEquals("this storage takes no files", run(at("a"), storage.at("a"), TransferOptions.COPY).failures().getFirst().reason().why().orElseThrow());
	}

	@Test
	void anyOtherFileSystemIsWrittenBesideTheName() throws Exception {
		file("a", bytes(3 << 20));
		try (var zip = FileSystems.newFileSystem(home.resolve("z.zip"), Map.of("create", "true"))) {
			final var there = new Location("z:/d/a", zip.getPath("/d/a"), java.util.Optional.empty());
			assertTrue(run(at("a"), there, TransferOptions.COPY.verified(true)).success());
			assertEquals(List.of("a"), names(zip.getPath("/d")));
			assertTrue(Arrays.equals(bytes(3 << 20), Files.readAllBytes(zip.getPath("/d/a"))));
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
