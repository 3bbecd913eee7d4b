package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;
import dev.benchtop.core.flash.Target;

/** Copies of which not everything is written: by block maps and from sparse images, made by the tools that make them. */
class MappedCopyTest {

	private static final int MIB = 1 << 20;
	private static final int SIZE = 24 * MIB + 4096;

	@TempDir
	private Path folder;

	private final Imaging imaging = Imaging.standard();
	private final Recorder recorder = new Recorder();
	private Path raw;
	private Path bmap;
	private byte[] content;
	private BlockMap map;

	@BeforeEach
	void make() throws Exception {
		raw = BlockMapTest.sparse(folder.resolve("disk.img"), SIZE, 0, 65536, 3 * MIB, 7 * MIB + 4096, 4 * MIB - 4096, SIZE - 8192);
		try (var file = new RandomAccessFile(raw.toFile(), "rw")) {
			file.seek(12 * MIB);
			file.write(Tools.image(6 * MIB, 4));
		}
		content = Files.readAllBytes(raw);
		bmap = folder.resolve("disk.img.bmap");
		Tools.run("bmaptool", "create", "-o", bmap.toString(), raw.toString());
		map = BlockMap.read(bmap);
	}

	private FlashReport copy(Path image, FaultyTarget target, boolean verify, String sha256) throws BenchException {
		return imaging.copy(new FlashRequest(image, image.getFileName().toString(), "", verify, Optional.ofNullable(sha256)), target, "disk", recorder);
	}

	/** What is mapped is new, and all else is old. */
	private static void assertMapped(BlockMap map, byte[] content, FaultyTarget target) {
		final byte[] expected = new byte[target.medium.length];
		Arrays.fill(expected, FaultyTarget.OLD);
		if (target.staged()) {
			Arrays.fill(expected, 0, content.length, (byte) 0);
		}
		for (final var range : map.ranges()) {
			System.arraycopy(content, (int) range.position(), expected, (int) range.position(), (int) range.length());
		}
		assertEquals(-1, Arrays.mismatch(expected, target.medium));
	}

	private Path packed(String name, String... command) throws IOException {
		return Files.write(folder.resolve(name), Tools.pipe(content, command));
	}

	private Path simg() throws IOException {
		Files.deleteIfExists(bmap);
		final Path simg = folder.resolve("disk.simg");
		Tools.run("img2simg", raw.toString(), simg.toString());
		return simg;
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void onlyWhatTheMapNamesIsWrittenAndReadBack(boolean verify) throws Exception {
		final var target = new FaultyTarget(SIZE + MIB, false);
		final FlashReport report = copy(raw, target, verify, null);
		assertEquals(Optional.empty(), report.failure());
		assertEquals(verify ? Outcome.VERIFIED : Outcome.WRITTEN, report.outcome());
		assertEquals(map.mapped(), report.bytes());
		assertEquals(Optional.empty(), report.sha256(), "not all of the image was read");
		assertMapped(map, content, target);
		assertEquals(map.mapped(), recorder.ranges.values().stream().mapToLong(Recorder.Told::length).sum());
		if (verify) {
			final long head = recorder.ranges.entrySet().stream().filter(range -> range.getKey() < MIB).mapToLong(range -> range.getValue().length()).sum();
			assertEquals(map.mapped() - head, report.phases().get(2).bytes());
		}
	}

	@Test
	void aPackedImageIsMappedByTheSameMap() throws Exception {
		for (final String[] packer : new String[][] { { "gzip", "-1c" }, { "xz", "-0c", "--block-size=2MiB" }, { "zstd", "-1qc" } }) {
			final Path image = packed("disk.img." + packer[0], packer);
			final var target = new FaultyTarget(SIZE, false);
			final FlashReport report = copy(image, target, true, null);
			assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
			assertEquals(CopyFixture.sha256(content, 0, content.length), report.sha256().orElseThrow());
			assertMapped(map, content, target);
		}
	}

	@Test
	void theHashOfTheWholeIsComparedStill() throws Exception {
		final var target = new FaultyTarget(SIZE, false);
		final String sha256 = CopyFixture.sha256(content, 0, content.length);
		assertEquals(Outcome.VERIFIED, copy(raw, target, true, sha256).outcome());
		assertMapped(map, content, target);
		final Path simg = simg();
		final var sparse = new FaultyTarget(SIZE, false);
		final FlashReport report = copy(simg, sparse, true, sha256);
		assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
		assertEquals(sha256, report.sha256().orElseThrow());
		assertFalse(copy(simg, new FaultyTarget(SIZE, false), true, "0".repeat(64)).succeeded());
	}

	@Test
	void aRangeOfAnotherSumIsNamedAndTheFirstMiBStays() throws Exception {
		try (var file = new RandomAccessFile(raw.toFile(), "rw")) {
			file.seek(13 * MIB);
			file.write(new byte[] { 1, 2, 3 });
		}
		content = Files.readAllBytes(raw);
		for (final Path image : List.of(raw, packed("disk.img.gz", "gzip", "-1c"))) {
			final var target = new FaultyTarget(SIZE, false);
			final FlashReport report = copy(image, target, true, null);
			assertFalse(report.outcome().isSuccess());
			final var range = map.ranges().stream().filter(one -> one.position() <= 13 * MIB && one.end() > 13 * MIB).findFirst().orElseThrow();
			final String message = report.failure().orElseThrow().getMessage();
			assertTrue(message.contains("the bytes " + range.position() + " to " + (range.end() - 1) + " do not match the block map disk.img.bmap: line " + range.line()),
					message);
			assertEquals(-1, Arrays.mismatch(target.medium, 0, MIB, old(), 0, MIB));
		}
	}

	private static byte[] old() {
		final byte[] old = new byte[MIB];
		Arrays.fill(old, FaultyTarget.OLD);
		return old;
	}

	@Test
	void aMapOfAnotherImageIsRefusedOrFails() throws Exception {
		content = Arrays.copyOf(content, SIZE - 4096);
		final var target = new FaultyTarget(SIZE, false);
		final var refused = assertThrows(BenchException.class, () -> copy(Files.write(raw, content), target, true, null));
		assertTrue(refused.getMessage().contains("it is that of another image, of " + SIZE + " bytes instead of " + content.length), refused::getMessage);
		final FlashReport report = copy(packed("disk.img.gz", "gzip", "-1c"), target, true, null);
		assertTrue(report.failure().orElseThrow().getMessage().contains("that of another image"), report::toString);
		assertEquals(-1, Arrays.mismatch(target.medium, 0, MIB, old(), 0, MIB));
		Files.writeString(bmap, "<bmap version=\"2.0\"><ImageSize>");
		final var broken = assertThrows(BenchException.class, () -> copy(raw, target, true, null));
		assertTrue(broken.getMessage().contains("the block map disk.img.bmap cannot be used"), broken::getMessage);
	}

	@Test
	void aFlippedBitInAMappedRangeIsFound() throws Exception {
		final var target = new FaultyTarget(SIZE, false);
		target.lieAt = 13 * MIB;
		final FlashReport report = copy(raw, target, true, null);
		assertTrue(report.failure().orElseThrow().getMessage().contains("differs from the image at byte " + 13 * MIB), report::toString);
		final Path simg = simg();
		final var sparse = new FaultyTarget(SIZE, false);
		sparse.lieAt = 13 * MIB;
		assertTrue(copy(simg, sparse, true, null).failure().orElseThrow().getMessage().contains("differs from the image at byte " + 13 * MIB));
	}

	@ParameterizedTest
	@CsvSource({ "true", "false" })
	void sparseImagesAreWrittenWhereTheyCare(boolean staged) throws Exception {
		final Path simg = simg();
		final ImageInfo info = imaging.inspect(simg, CancelToken.none());
		assertEquals("android-sparse", info.format());
		assertEquals(OptionalLong.of(SIZE), info.unpackedBytes());
		final BlockMap own = info.map().orElseThrow();
		final Path inner = Files.write(folder.resolve("disk.simg.gz"), Tools.output("gzip", "-1c", simg.toString()));
		final ImageInfo nested = imaging.inspect(inner, CancelToken.none());
		assertEquals("gzip, Android sparse", nested.formatLabel());
		assertEquals(OptionalLong.of(SIZE), nested.unpackedBytes());
		for (final Path image : List.of(simg, inner)) {
			final var target = new FaultyTarget(SIZE + 5, staged);
			final FlashReport report = copy(image, target, true, null);
			assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
			assertEquals(own.mapped(), report.bytes());
			assertMapped(own, content, target);
		}
	}

	@Test
	void aSparseImageInAFileIsThatImage() throws Exception {
		final Path simg = simg();
		final Path file = folder.resolve("target");
		assertEquals(Outcome.VERIFIED,
				imaging.copy(new FlashRequest(simg, "simg", "", true, Optional.empty()), new FileTarget(file), "file", recorder).outcome());
		assertArrayEquals(content, Files.readAllBytes(file));
	}

	@Test
	void whatIsCutOffLeavesTheFirstMiB() throws Exception {
		final byte[] simg = Files.readAllBytes(simg());
		final Path cut = Files.write(folder.resolve("cut.simg"), Arrays.copyOf(simg, simg.length - 100));
		assertThrows(BenchException.class, () -> copy(cut, new FaultyTarget(SIZE, false), true, null));
		final Path packed = Files.write(folder.resolve("cut.simg.gz"), Tools.pipe(Files.readAllBytes(cut), "gzip", "-1c"));
		final var target = new FaultyTarget(SIZE, false);
		final FlashReport report = copy(packed, target, true, null);
		assertTrue(report.failure().orElseThrow().getMessage().contains("breaks off"), report::toString);
		assertEquals(-1, Arrays.mismatch(target.medium, 0, MIB, old(), 0, MIB));
	}

	@Test
	void aSparseImageThatIsTooLargeIsRefused() throws Exception {
		final Path simg = simg();
		assertThrows(BenchException.class, () -> copy(simg, new FaultyTarget(SIZE - 1, false), true, null));
		final Path packed = Files.write(folder.resolve("disk.simg.gz"), Tools.output("gzip", "-1c", simg.toString()));
		assertThrows(BenchException.class, () -> copy(packed, new FaultyTarget(SIZE - 1, false), true, null));
	}

	@Test
	void thePlanSaysHowMuchIsWritten() throws Exception {
		final var plan = imaging.plan(new FlashRequest(raw, "disk.img", "", true, Optional.empty()), new Target("sd", OptionalLong.empty(), "", ""),
				new FaultyTarget(SIZE, false));
		assertEquals(OptionalLong.of(map.mapped()), plan.bytes());
		assertTrue(plan.steps().stream().anyMatch(step -> step.contains("disk.img.bmap")), plan.steps()::toString);
	}
}
