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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;

/** What a copy leaves on its target, and what it refuses. */
class CopyTest extends CopyFixture {

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
