package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.Progress.Bottleneck;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;

@Timeout(300)
class CopyTest {

	private static final int MIB = 1 << 20;
	private static final byte[] CONTENT = Tools.image(13 * MIB + 12345, 5);
	private static final byte[] PACKED = Tools.pipe(CONTENT, "zstd", "-1qc", "--stream-size=" + CONTENT.length);

	@TempDir
	private Path folder;

	private final Imaging imaging = Imaging.standard();
	private final Recorder recorder = new Recorder();

	private FlashRequest request(byte[] image, String name, String sha256) throws IOException {
		final Path file = Files.write(folder.resolve(name), image);
		return new FlashRequest(file, name, "", true, Optional.ofNullable(sha256));
	}

	private FlashReport copy(FlashRequest request, FaultyTarget target) throws BenchException {
		return imaging.copy(request, target, "disk", recorder);
	}

	static String sha256(byte[] data, int at, int length) {
		try {
			final var digest = MessageDigest.getInstance("SHA-256");
			digest.update(data, at, length);
			return HexFormat.of().formatHex(digest.digest());
		} catch (NoSuchAlgorithmException e) {
			throw new IllegalStateException(e);
		}
	}

	private static String sha256(byte[] data) {
		return sha256(data, 0, data.length);
	}

	private static String sum(byte[] data, int at, int length) {
		final var first = new CRC32C();
		first.update(data, at, length);
		final var second = new CRC32();
		second.update(data, at, length);
		return "%08x%08x".formatted(first.getValue(), second.getValue());
	}

	private static void assertOld(byte[] medium, int from, int to) {
		final var old = new byte[to - from];
		Arrays.fill(old, FaultyTarget.OLD);
		assertEquals(-1, Arrays.mismatch(medium, from, to, old, 0, old.length));
	}

	private static void assertFailed(FlashReport report, Outcome outcome, String text) {
		assertEquals(outcome, report.outcome());
		final String message = report.failure().orElseThrow().getMessage();
		assertTrue(message.contains(text), message);
	}

	@ParameterizedTest
	@CsvSource({ "true, true", "true, false", "false, true", "false, false" })
	void copiesAndVerifies(boolean staged, boolean verify) throws Exception {
		final var target = new FaultyTarget(16 * MIB, staged);
		final var wanted = request(PACKED, "image", null);
		final FlashReport report = copy(new FlashRequest(wanted.image(), "image", "", verify, Optional.empty()), target);
		assertEquals(Optional.empty(), report.failure());
		assertEquals(verify ? Outcome.VERIFIED : Outcome.WRITTEN, report.outcome());
		assertEquals(CONTENT.length, report.bytes());
		assertEquals(verify ? Optional.of(sha256(CONTENT)) : Optional.empty(), report.sha256());
		assertEquals("disk", report.target());
		assertArrayEquals(CONTENT, Arrays.copyOf(target.medium, CONTENT.length));
		assertOld(target.medium, CONTENT.length, target.medium.length);
		assertEquals(1, target.closes);
		final var phases = verify ? List.of("write", "sync", "verify", "commit") : List.of("write", "sync", "commit");
		assertEquals(phases, recorder.planned);
		assertEquals(phases, recorder.begun);
		assertEquals(phases, report.phases().stream().map(FlashReport.PhaseTime::id).toList());
		assertEquals(CONTENT.length, report.phases().getFirst().bytes());
	}

	@Test
	void copiesWhatSeveralCoresUnpack() throws Exception {
		final byte[] blocks = Tools.pipe(CONTENT, "xz", "-0", "--block-size=2MiB", "-c");
		final var target = new FaultyTarget(CONTENT.length, false);
		assertEquals(sha256(CONTENT), copy(request(blocks, "image", null), target).sha256().orElseThrow());
		assertArrayEquals(CONTENT, target.medium);
		blocks[blocks.length / 2] ^= 1;
		final var broken = new FaultyTarget(CONTENT.length, false);
		final FlashReport report = copy(request(blocks, "image", null), broken);
		// a block that is found broken ahead of the first write leaves all of the target as it was
		final boolean written = report.bytes() > 0;
		assertFailed(report, written ? Outcome.INCOMPLETE : Outcome.UNCHANGED, "the xz data is corrupt at byte");
		assertOld(broken.medium, 0, written ? MIB : broken.medium.length);
	}

	@ParameterizedTest
	@ValueSource(ints = { 1, 511, 4096, MIB - 1, MIB, MIB + 1, 4 * MIB, 4 * MIB + 1, 8 * MIB })
	void anyLengthIsRight(int length) throws Exception {
		final byte[] image = Tools.image(length, length);
		for (final boolean staged : new boolean[] { true, false }) {
			final var target = new FaultyTarget(length, staged);
			final FlashReport report = copy(request(image, "image", null), target);
			assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
			assertArrayEquals(image, target.medium);
		}
		final Path file = folder.resolve("target");
		assertEquals(Outcome.VERIFIED, imaging.copy(request(image, "image", null), new FileTarget(file), "file", recorder).outcome());
		assertArrayEquals(image, Files.readAllBytes(file));
	}

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

	@ParameterizedTest
	@CsvSource({ "true, UNCHANGED", "false, INCOMPLETE" })
	void aFailedWriteNamesItsOffset(boolean staged, Outcome outcome) throws Exception {
		final var target = new FaultyTarget(16 * MIB, staged);
		target.failWriteAt = 9 * MIB + 7;
		assertFailed(copy(request(PACKED, "image", null), target), outcome, "Writing failed at byte " + (9 * MIB + 7) + ": No space left on device");
		assertOld(target.medium, 0, staged ? target.medium.length : MIB);
		assertFalse(recorder.ranges.containsKey(8L * MIB));
		assertFalse(!staged && recorder.ranges.containsKey(0L));
	}

	/** A target that takes two writes at once. The first is held up until the third begins, which is when the second has ended. */
	private FaultyTarget overlapping(Runnable thirdBegins) {
		final var target = new FaultyTarget(16 * MIB, false);
		target.writers = 2;
		final var third = new CountDownLatch(1);
		target.beforeWrite = position -> {
			if (position == MIB) {
				third.await();
			} else if (position == 8 * MIB) {
				thirdBegins.run();
				third.countDown();
			}
		};
		return target;
	}

	@Test
	void severalWritesAtOnceAreToldInTheirOrder() throws Exception {
		final var toldBefore = new AtomicInteger();
		final var target = overlapping(() -> toldBefore.set(recorder.ranges.size()));
		final FlashReport report = copy(request(PACKED, "image", null), target);
		assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
		assertEquals(CONTENT.length, report.bytes());
		assertArrayEquals(CONTENT, Arrays.copyOf(target.medium, CONTENT.length));
		assertEquals(0, toldBefore.get(), "nothing is told while what lies before it is not written");
		assertEquals(List.of((long) MIB, 4L * MIB, 8L * MIB, 12L * MIB, 0L), recorder.order);
	}

	@Test
	void ofSeveralWritesTheFirstThatFailsIsNamedAndNothingBehindItCounts() throws Exception {
		final var target = overlapping(() -> { });
		target.failWriteAt = 5 * MIB + 3;
		final FlashReport report = copy(request(PACKED, "image", null), target);
		assertFailed(report, Outcome.INCOMPLETE, "Writing failed at byte " + (5 * MIB + 3) + ": No space left on device");
		assertEquals(3L * MIB, report.bytes());
		assertEquals(List.of((long) MIB), recorder.order);
		assertOld(target.medium, 0, MIB);
		assertEquals(1, target.closes);
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void cancelEndsSeveralWritesThatHang(boolean deaf) throws Exception {
		final var target = new FaultyTarget(16 * MIB, false);
		target.writers = 2;
		cancel(target, "write", deaf);
		assertEquals(List.of(), recorder.order);
	}

	@Test
	void anIndexThatIsCutOffIsRefusedBeforeAnythingIsWritten() throws Exception {
		final var target = new FaultyTarget(MIB, false);
		final byte[] packed = Tools.pipe(Tools.image(100_000, 1), "xz", "-c");
		assertThrows(BenchException.class, () -> copy(request(Arrays.copyOf(packed, packed.length - 1), "image", null), target));
		assertOld(target.medium, 0, target.medium.length);
	}

	@ParameterizedTest
	@CsvSource({ "true, UNCHANGED, 0", "true, UNCHANGED, 12345678", "false, INCOMPLETE, 5000000", "false, INCOMPLETE, 13643192", "false, INCOMPLETE, 77" })
	void theFirstByteThatDiffersIsNamed(boolean staged, Outcome outcome, int at) throws Exception {
		final var target = new FaultyTarget(16 * MIB, staged);
		target.lieAt = at;
		assertFailed(copy(request(PACKED, "image", null), target), outcome, "differs from the image at byte " + at + ":");
		if (at >= MIB || staged) {
			assertOld(target.medium, 0, MIB);
		}
		assertFalse(target.committed);
	}

	@Test
	void aTargetThatEndsEarlyIsNoSuccess() throws Exception {
		final var target = new FaultyTarget(16 * MIB, true);
		target.endAt = 10 * MIB + 1;
		assertFailed(copy(request(PACKED, "image", null), target), Outcome.UNCHANGED, "ends at byte " + (10 * MIB + 1));
	}

	@ParameterizedTest
	@CsvSource({ "true, UNCHANGED", "false, INCOMPLETE" })
	void aFailedSyncOrCommitIsNoSuccess(boolean staged, Outcome outcome) throws Exception {
		final var unsynced = new FaultyTarget(16 * MIB, staged);
		unsynced.failSync = true;
		assertFailed(copy(request(PACKED, "image", null), unsynced), outcome, "Input/output error");
		assertOld(unsynced.medium, 0, MIB);
		final var uncommitted = new FaultyTarget(16 * MIB, staged);
		uncommitted.failCommit = true;
		assertFailed(copy(request(PACKED, "image", null), uncommitted), outcome, "Read-only file system");
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
		final var limit = sleeping(Duration.ofSeconds(2));
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

	/** Done after a time as a thread feels it that only sleeps, a little at once: on a busy machine it goes slower, as everything does. */
	private static CompletableFuture<Void> sleeping(Duration time) {
		return CompletableFuture.runAsync(() -> {
			try {
				for (long felt = 0; felt < time.toMillis(); felt += 10) {
					Thread.sleep(10);
				}
			} catch (InterruptedException e) {
				throw new IllegalStateException(e);
			}
		}, Thread.ofPlatform().daemon()::start);
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

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theExpectedHashMayBeOfTheFileOrOfItsContent(boolean staged) throws Exception {
		assertEquals(Outcome.VERIFIED, copy(request(PACKED, "image", sha256(PACKED)), new FaultyTarget(16 * MIB, staged)).outcome());
		assertEquals(Outcome.VERIFIED, copy(request(PACKED, "image", sha256(CONTENT).toUpperCase()), new FaultyTarget(16 * MIB, staged)).outcome());
		assertEquals(Outcome.VERIFIED, copy(request(CONTENT, "raw", sha256(CONTENT)), new FaultyTarget(16 * MIB, staged)).outcome());
		assertEquals("hash", recorder.planned.getFirst());
	}

	@Test
	void aHashThatDiffersIsNoSuccess() throws Exception {
		final String other = "00".repeat(32);
		final var raw = new FaultyTarget(16 * MIB, false);
		assertFailed(copy(request(CONTENT, "raw", other), raw), Outcome.UNCHANGED, "SHA-256 is not the expected one");
		assertOld(raw.medium, 0, raw.medium.length);
		final var staged = new FaultyTarget(16 * MIB, true);
		assertFailed(copy(request(PACKED, "image", other), staged), Outcome.UNCHANGED, sha256(CONTENT));
		assertOld(staged.medium, 0, staged.medium.length);
		final var block = new FaultyTarget(16 * MIB, false);
		assertFailed(copy(request(PACKED, "image", other), block), Outcome.INCOMPLETE, sha256(PACKED));
		assertOld(block.medium, 0, MIB);
	}

	@Test
	void aChecksumFileBesideIsCompared() throws Exception {
		final var wanted = request(PACKED, "image.img.zst", null);
		final Path beside = folder.resolve("image.img.zst.sha256");
		Files.writeString(beside, sha256(PACKED) + "  image.img.zst\n");
		assertEquals(Outcome.VERIFIED, copy(wanted, new FaultyTarget(16 * MIB, false)).outcome());
		Files.writeString(beside, "11".repeat(32) + " *image.img.zst\n");
		final var untouched = new FaultyTarget(16 * MIB, false);
		assertFailed(copy(wanted, untouched), Outcome.UNCHANGED, "image.img.zst.sha256");
		assertOld(untouched.medium, 0, untouched.medium.length);
		Files.delete(beside);
		Files.writeString(folder.resolve("SHA256SUMS"), "22".repeat(32) + "  image.img\n");
		assertFailed(copy(wanted, new FaultyTarget(16 * MIB, false)), Outcome.INCOMPLETE, "SHA256SUMS");
		Files.writeString(folder.resolve("SHA256SUMS"), "SHA256 (image.img) = " + sha256(CONTENT) + "\n");
		assertEquals(Outcome.VERIFIED, copy(wanted, new FaultyTarget(16 * MIB, false)).outcome());
		assertEquals(Outcome.VERIFIED, copy(request(PACKED, "image.img.zst", sha256(PACKED)), new FaultyTarget(16 * MIB, false)).outcome());
	}

	@Test
	void brokenImagesLeaveAStagedTargetAsItWas() throws Exception {
		final byte[] gzip = Tools.pipe(CONTENT, "gzip", "-1c");
		final Path file = Files.write(folder.resolve("target"), new byte[] { 1, 2, 3 });
		for (final int cut : new int[] { 1, 4, 9, 5000, gzip.length / 2 }) {
			final byte[] broken = Arrays.copyOf(gzip, gzip.length - cut);
			final FlashReport report = imaging.copy(request(broken, "image", null), new FileTarget(file), "file", recorder);
			assertFailed(report, Outcome.UNCHANGED, "byte " + broken.length);
			assertEquals(Optional.empty(), report.sha256());
			assertArrayEquals(new byte[] { 1, 2, 3 }, Files.readAllBytes(file));
		}
		try (var files = Files.list(folder)) {
			assertEquals(2, files.count());
		}
	}

	@Test
	void anImageThatIsTooLargeIsRefusedOrStopped() throws Exception {
		final var refused = assertThrows(BenchException.class, () -> copy(request(PACKED, "image", null), new FaultyTarget(13 * MIB, false)));
		assertTrue(refused.getMessage().contains(CONTENT.length + " bytes"), refused::getMessage);
		final var small = new FaultyTarget(13 * MIB, false);
		assertFailed(copy(request(Tools.pipe(CONTENT, "gzip", "-1c"), "image", null), small), Outcome.INCOMPLETE, "larger than the target");
		assertOld(small.medium, 0, MIB);
	}

	@Test
	void anImageThatChangesMeanwhileIsNoSuccess() throws Exception {
		final var wanted = request(PACKED, "image", null);
		final var target = new FaultyTarget(16 * MIB, true);
		final var progress = new Progress() {
			@Override
			public CancelToken token() {
				return recorder.token;
			}

			@Override
			public void begin(Phase phase, long totalBytes) {
				if (phase.id().equals("write")) {
					try {
						Files.setLastModifiedTime(wanted.image(), FileTime.fromMillis(0));
					} catch (IOException e) {
						throw new IllegalStateException(e);
					}
				}
			}
		};
		assertFailed(imaging.copy(wanted, target, "disk", progress), Outcome.UNCHANGED, "was changed while it was copied");
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
	void anImageInAnotherFileSystemIsReadOnceFromStartToEnd() throws Exception {
		final byte[] blocks = Tools.pipe(CONTENT, "xz", "-0", "--block-size=4MiB", "-c");
		try (var zip = FileSystems.newFileSystem(folder.resolve("images.zip"), Map.of("create", "true"))) {
			for (final byte[] image : new byte[][] { CONTENT, blocks }) {
				final Path file = Files.write(zip.getPath("image"), image);
				for (final byte[] hashed : new byte[][] { image, CONTENT }) {
					final var request = new FlashRequest(file, "images:image", "", true, Optional.of(sha256(hashed)));
					final var target = new FaultyTarget(CONTENT.length, false);
					assertEquals(Outcome.VERIFIED, copy(request, target).outcome());
					assertArrayEquals(CONTENT, target.medium);
				}
				final var target = new FaultyTarget(CONTENT.length, false);
				assertFailed(copy(new FlashRequest(file, "images:image", "", true, Optional.of("33".repeat(32))), target), Outcome.INCOMPLETE, "33333");
				assertOld(target.medium, 0, MIB);
			}
		}
	}
}
