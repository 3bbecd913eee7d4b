package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
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

/** Images in archives, made by the tools that people make them with. */
class ArchivesTest {

	private static final int SIZE = 5 << 20;

	@TempDir
	private Path folder;

	private final Imaging imaging = Imaging.standard();
	private Path image;
	private Path bmap;
	private byte[] content;

	@BeforeEach
	void make() throws IOException {
		image = BlockMapTest.sparse(folder.resolve("disk.img"), SIZE, 0, 2 << 20, 3 << 20);
		bmap = folder.resolve("disk.bmap");
		content = Files.readAllBytes(image);
		Tools.run("bmaptool", "create", "-o", bmap.toString(), image.toString());
	}

	private Path tar(String name, String... files) {
		final var line = new String[files.length + 5];
		System.arraycopy(new String[] { "tar", "-C", folder.toString(), "-caf", folder.resolve(name).toString() }, 0, line, 0, 5);
		System.arraycopy(files, 0, line, 5, files.length);
		Tools.run(line);
		return folder.resolve(name);
	}

	private Path zip(String name, String... options) {
		final var line = new String[options.length + 3];
		System.arraycopy(new String[] { "zip", "-qj", folder.resolve(name).toString() }, 0, line, 0, 3);
		for (int i = 0; i < options.length; i++) {
			line[3 + i] = options[i].startsWith("-") ? options[i] : folder.resolve(options[i]).toString();
		}
		Tools.run(line);
		return folder.resolve(name);
	}

	private FlashReport copy(Path file, FaultyTarget target) throws BenchException {
		return imaging.copy(new FlashRequest(file, file.getFileName().toString(), "", true, Optional.empty()), target, "disk", new Recorder());
	}

	private void assertCopied(Path file, boolean mapped) throws Exception {
		final ImageInfo info = imaging.inspect(file, CancelToken.none());
		assertEquals(Optional.empty(), info.refusal());
		assertEquals(mapped, info.map().isPresent(), info::toString);
		final var target = new FaultyTarget(SIZE, false);
		final FlashReport report = copy(file, target);
		assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
		final byte[] expected = mapped ? target.medium.clone() : content;
		if (mapped) {
			Arrays.fill(expected, FaultyTarget.OLD);
			BlockMap.read(bmap).ranges()
					.forEach(range -> System.arraycopy(content, (int) range.position(), expected, (int) range.position(), (int) range.length()));
		}
		assertEquals(-1, Arrays.mismatch(expected, target.medium));
	}

	private void broken(Path file, String why) {
		final String message;
		try {
			final FlashReport report = copy(file, new FaultyTarget(2 * SIZE, true));
			assertEquals(Outcome.UNCHANGED, report.outcome());
			message = report.failure().orElseThrow().getMessage();
		} catch (BenchException e) {
			assertTrue(e.getMessage().contains(why), e::getMessage);
			return;
		}
		assertTrue(message.contains(why), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a.tar", "a.tar.gz", "a.tar.xz", "a.tar.zst", "a.tar.bz2" })
	void theImageInATarIsFlashed(String name) throws Exception {
		assertCopied(tar(name, "disk.img"), false);
	}

	@ParameterizedTest
	@CsvSource({ "a.tar, true", "a.tar.gz, false" })
	void aMapBehindTheImageCountsWhereTheTarCanBeReadHereAndThere(String name, boolean mapped) throws Exception {
		Files.writeString(folder.resolve("README.txt"), "words");
		assertCopied(tar(name, "disk.img", "disk.bmap", "README.txt"), mapped);
	}

	@Test
	void aMapBeforeTheImageCountsInAStreamToo() throws Exception {
		assertCopied(tar("a.tar.gz", "disk.bmap", "disk.img"), true);
	}

	@Test
	void theImageInAZipIsFlashed() throws Exception {
		assertCopied(zip("a.zip", "disk.img"), false);
		assertCopied(zip("stored.zip", "-0", "disk.img", "disk.bmap"), true);
		final Path mapped = zip("mapped.zip", "disk.img", "disk.bmap");
		assertCopied(mapped, true);
		final ImageInfo info = imaging.inspect(mapped, CancelToken.none());
		assertEquals("zip", info.format());
		assertEquals(OptionalLong.of(SIZE), info.unpackedBytes());
		assertEquals("disk.bmap", info.map().orElseThrow().name());
	}

	@Test
	void whatIsPackedInTheArchiveIsUnpackedToo() throws Exception {
		Files.write(folder.resolve("disk.img.xz"), Tools.output("xz", "-0c", image.toString()));
		assertCopied(zip("a.zip", "disk.img.xz", "disk.bmap"), true);
		assertEquals("zip, xz", imaging.inspect(folder.resolve("a.zip"), CancelToken.none()).formatLabel());
		assertCopied(tar("a.tar.gz", "disk.bmap", "disk.img.xz"), true);
		Files.write(folder.resolve("a.zip.gz"), Tools.output("gzip", "-c", zip("b.zip", "disk.img").toString()));
		assertCopied(folder.resolve("a.zip.gz"), false);
		Tools.run("img2simg", image.toString(), folder.resolve("disk.simg").toString());
		final var target = new FaultyTarget(SIZE, true);
		assertEquals(Outcome.VERIFIED, copy(zip("simg.zip", "disk.simg"), target).outcome());
		assertEquals(-1, Arrays.mismatch(content, target.medium));
	}

	@Test
	void anArchiveInAnotherFileSystemIsReadAsAStream() throws Exception {
		try (var elsewhere = FileSystems.newFileSystem(folder.resolve("elsewhere.zip"), Map.of("create", "true"))) {
			assertCopied(Files.copy(zip("a.zip", "disk.img"), elsewhere.getPath("a.zip")), false);
			assertCopied(Files.copy(zip("b.zip", "disk.bmap", "disk.img"), elsewhere.getPath("b.zip")), true);
			assertCopied(Files.copy(tar("a.tar", "disk.bmap", "disk.img"), elsewhere.getPath("a.tar")), true);
		}
	}

	@Test
	void whichImageIsMeantHasToBeClear() throws Exception {
		Files.write(folder.resolve("boot.img"), Arrays.copyOf(content, 4096));
		broken(zip("two.zip", "disk.img", "boot.img"), "there are several images in the zip archive: disk.img, boot.img");
		broken(tar("two.tar", "boot.img", "disk.img"), "there are several images in the tar archive: boot.img, disk.img");
		broken(tar("two.tar.gz", "boot.img", "disk.img"), "there are several images in the tar archive: boot.img, disk.img");
		assertCopied(zip("mapped.zip", "disk.img", "boot.img", "disk.bmap"), true);
		broken(zip("none.zip", "disk.bmap"), "there is no image in the zip archive");
		broken(tar("none.tar.gz", "disk.bmap"), "there is no image in the tar archive");
	}

	@Test
	void whatIsBrokenIsTold() throws Exception {
		final byte[] zip = Files.readAllBytes(zip("a.zip", "disk.img"));
		broken(Files.write(folder.resolve("cut.zip"), Arrays.copyOf(zip, zip.length - 30)), "the zip archive cannot be read, so it is cut off or broken");
		final byte[] stored = Files.readAllBytes(zip("stored.zip", "-0", "disk.img"));
		stored[stored.length / 2] ^= 1;
		broken(Files.write(folder.resolve("flipped.zip"), stored), "the file disk.img in the zip archive is broken: it does not match its checksum");
		broken(Files.write(folder.resolve("flipped.zip.gz"), Tools.pipe(stored, "gzip", "-c")),
				"the file disk.img in the zip archive is broken: it does not match its checksum");
		final byte[] tar = Files.readAllBytes(tar("a.tar", "disk.img"));
		broken(Files.write(folder.resolve("cut.tar"), Arrays.copyOf(tar, tar.length / 2)), "tar");
		broken(Files.write(folder.resolve("cut.tar.gz"), Tools.pipe(Arrays.copyOf(tar, tar.length / 2), "gzip", "-c")), "Truncated");
		assertFalse(imaging.inspect(image, CancelToken.none()).refusal().isPresent());
	}

	@Test
	void anEncryptedFileIsTold() throws Exception {
		final Path zip = folder.resolve("secret.zip");
		Tools.run("zip", "-qj", "-P", "word", zip.toString(), image.toString());
		broken(zip, "the file disk.img in the zip archive is encrypted");
	}

	/** Says another size of its file than there is. */
	@Test
	void aSizeThatIsNotTrueIsTold() throws Exception {
		final byte[] zip = Files.readAllBytes(zip("a.zip", "disk.img"));
		for (int at = 0; at < zip.length - 4; at++) {
			if (zip[at] == 'P' && zip[at + 1] == 'K' && zip[at + 2] == 1 && zip[at + 3] == 2) {
				zip[at + 25] = 1;
			}
		}
		broken(Files.write(folder.resolve("sized.zip"), zip), "the file disk.img in the zip archive is broken: it has");
		assertThrows(BenchException.class, () -> copy(zip("b.zip", "disk.img"), new FaultyTarget(SIZE - 1, false)));
	}
}
