package dev.benchtop.image.format;

import static dev.benchtop.image.Tools.join;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.Tools;
import dev.benchtop.testing.Needs;

class FormatsTest {

	private static final byte[] CONTENT = Tools.image(400_000, 1);
	private static final byte[] SMALL = Tools.image(90_000, 2);
	private static final Pattern OFFSET = Pattern.compile("byte (\\d+)");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@EnumSource
	void unpacksWhatTheToolPacked(Packer packer) throws IOException {
		final byte[] packed = packer.pack(CONTENT);
		assertArrayEquals(CONTENT, packer.unpackStream(packed));
		assertArrayEquals(CONTENT, packer.unpackFile(folder, packed));
	}

	@ParameterizedTest
	@EnumSource
	void unpacksAllMembers(Packer packer) throws IOException {
		final byte[] packed = join(packer.pack(CONTENT), packer.pack(SMALL), packer.pack(new byte[0]), packer.pack(CONTENT));
		final byte[] whole = join(CONTENT, SMALL, CONTENT);
		assertArrayEquals(whole, packer.unpackStream(packed));
		assertArrayEquals(whole, packer.unpackFile(folder, packed));
	}

	@ParameterizedTest
	@EnumSource
	void unpacksNothing(Packer packer) throws IOException {
		assertEquals(0, packer.unpackStream(packer.pack(new byte[0])).length);
	}

	@ParameterizedTest
	@EnumSource
	void isFoundByItsContent(Packer packer) {
		final byte[] packed = packer.pack(SMALL);
		for (final ImageFormat format : Packer.FORMATS) {
			final var head = ByteBuffer.wrap(packed, 0, Math.min(packed.length, format.headLength()));
			assertEquals(format.id().equals(packer.format.id()), format.matches(head), format.id());
		}
		assertTrue(PackedFile.formatOf(ByteBuffer.wrap(CONTENT, 0, 512), Packer.FORMATS).isEmpty());
		assertTrue(PackedFile.formatOf(ByteBuffer.allocate(0), Packer.FORMATS).isEmpty());
	}

	@ParameterizedTest
	@EnumSource
	void namesWhereItBreaksOff(Packer packer) {
		final byte[] packed = packer.pack(CONTENT);
		final var random = new Random(3);
		for (int i = 0; i < 40; i++) {
			final int cut = i < 24 ? packed.length - 1 - i : random.nextInt(packed.length);
			assertBroken(packer, Arrays.copyOf(packed, cut), cut);
		}
		for (int cut = 0; cut < 20; cut++) {
			assertBroken(packer, Arrays.copyOf(packed, cut), cut);
		}
	}

	@ParameterizedTest
	@EnumSource
	void namesWhereALaterMemberBreaksOff(Packer packer) {
		final byte[] first = packer.pack(SMALL);
		final byte[] packed = join(first, packer.pack(CONTENT));
		for (int more = 1; more < 25; more++) {
			assertBroken(packer, Arrays.copyOf(packed, first.length + more), first.length + more);
			assertBroken(packer, Arrays.copyOf(packed, packed.length - more), packed.length - more);
		}
	}

	@ParameterizedTest
	@EnumSource
	void garbageBehindTheEndIsNoSuccess(Packer packer) {
		final byte[] packed = packer.pack(SMALL);
		for (final int length : new int[] { 1, 2, 3, 4, 5, 17, 512, 70_000 }) {
			final var garbage = new byte[length];
			Arrays.fill(garbage, (byte) 'x');
			assertBroken(packer, join(packed, garbage), packed.length + length);
		}
	}

	@ParameterizedTest
	@EnumSource
	void zerosBehindTheEndAreForgivenWhereTheToolForgivesThem(Packer packer) throws IOException {
		final byte[] packed = packer.pack(SMALL);
		for (final int length : new int[] { 1, 3, 4, 508, 512, 70_000 }) {
			final byte[] padded = join(packed, new byte[length]);
			if (packer.format instanceof GzipFormat || packer.format instanceof XzFormat && length % 4 == 0) {
				assertArrayEquals(SMALL, packer.unpackStream(padded));
				assertArrayEquals(SMALL, packer.unpackFile(folder, padded));
			} else {
				assertBroken(packer, padded, packed.length + length);
			}
		}
	}

	@ParameterizedTest
	@EnumSource
	void aFlippedBitNeverYieldsOtherBytes(Packer packer) throws IOException {
		final byte[] packed = packer.pack(SMALL);
		final var random = new Random(4);
		int found = 0;
		for (int i = 0; i < 120; i++) {
			final byte[] broken = packed.clone();
			final int at = i < 40 ? Math.min(i, packed.length - 1) : i < 80 ? Math.max(0, packed.length - 1 - (i - 40)) : random.nextInt(packed.length);
			broken[at] ^= (byte) (1 << random.nextInt(8));
			found += assertNeverWrong(packer, broken);
		}
		assertTrue(found > 90, found + " of 120 were found");
	}

	@Test
	void theSystemsLibraryIsUsedWhereItIs() {
		Needs.that(Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/liblzma.so.5")), "liblzma");
		assertTrue(Liblzma.find().isPresent());
		assertInstanceOf(LzmaInput.class, new XzFormat().unpack(InputStream.nullInputStream()));
		assertInstanceOf(XzInput.class, new XzFormat(Optional.empty()).unpack(InputStream.nullInputStream()));
	}

	@Test
	void theLibraryAndJavaSayTheSameOfWhatIsBroken() throws IOException {
		final byte[] packed = Packer.XZ_THREADED.pack(CONTENT);
		final byte[] flipped = packed.clone();
		flipped[packed.length / 2] ^= 1;
		for (final byte[] broken : new byte[][] { flipped, join(packed, new byte[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 }),
				Arrays.copyOf(packed, packed.length - 500), Arrays.copyOf(packed, 8) }) {
			final String one = assertThrows(IOException.class, () -> Packer.XZ_THREADED.unpackStream(broken)).getMessage();
			final String other = assertThrows(IOException.class, () -> Packer.XZ_THREADED_JAVA.unpackStream(broken)).getMessage();
			assertEquals(beforeOffset(other), beforeOffset(one));
		}
	}

	@Test
	void tooLittleMemoryIsTold() throws IOException {
		Needs.that(Files.exists(Path.of("/usr/lib/x86_64-linux-gnu/liblzma.so.5")), "liblzma");
		try (var in = new LzmaInput(new ByteArrayInputStream(Packer.XZ_THREADED.pack(SMALL)), Liblzma.find().orElseThrow(), 64)) {
			final String message = assertThrows(IOException.class, in::readAllBytes).getMessage();
			assertTrue(message.matches(".*it needs .* to unpack, and 64.0 KiB is allowed"), message);
		}
	}

	private static String beforeOffset(String message) {
		return message.replaceFirst("(?s) at byte.*", "");
	}

	@Test
	void skippableFramesAreSkipped() throws IOException {
		final byte[] frame = { 0x5e, 0x2a, 0x4d, 0x18, 3, 0, 0, 0, 1, 2, 3 };
		for (final Packer packer : new Packer[] { Packer.ZSTD, Packer.LZ4 }) {
			final byte[] packed = packer.pack(SMALL);
			assertArrayEquals(join(SMALL, SMALL), packer.unpackStream(join(packed, frame, packed, frame)));
		}
		assertArrayEquals(SMALL, Packer.ZSTD.unpackFile(folder, join(frame, Packer.ZSTD.pack(SMALL))));
	}

	@Test
	void sizesAreToldBeforeUnpacking() throws IOException {
		assertEquals(CONTENT.length, size(Packer.XZ.pack(CONTENT)));
		assertEquals(2L * CONTENT.length, size(join(Packer.XZ_BLOCKS.pack(CONTENT), new byte[8], Packer.XZ.pack(CONTENT))));
		final Path file = Files.write(folder.resolve("content"), CONTENT);
		final byte[] zstd = Tools.pipe(CONTENT, "zstd", "-qc", file.toString());
		assertEquals(CONTENT.length, size(zstd));
		assertEquals(2L * CONTENT.length, size(join(zstd, zstd)));
		assertEquals(-1, size(Packer.ZSTD.pack(CONTENT)));
		final byte[] lz4 = Tools.pipe(CONTENT, "lz4", "-qc", "--content-size", file.toString());
		assertEquals(3L * CONTENT.length, size(join(lz4, lz4, lz4)));
		assertEquals(-1, size(Packer.LZ4.pack(CONTENT)));
		assertEquals(CONTENT.length, size(CONTENT));
	}

	private long size(byte[] packed) throws IOException {
		final Path file = Files.write(folder.resolve("sized"), packed);
		try (var opened = PackedFile.open(file, Packer.FORMATS)) {
			return opened.unpackedSize().map(SeekableFormat.Size::bytes).orElse(-1L);
		}
	}

	private void assertBroken(Packer packer, byte[] packed, long atMost) {
		final String streamed = assertThrows(IOException.class, () -> packer.unpackStream(packed)).getMessage();
		final var offset = OFFSET.matcher(String.valueOf(streamed));
		assertTrue(offset.find() && Long.parseLong(offset.group(1)) <= atMost, () -> atMost + ": " + streamed);
		if (packed.length > 20) {
			final String seeked = assertThrows(IOException.class, () -> packer.unpackFile(folder, packed)).getMessage();
			assertTrue(OFFSET.matcher(String.valueOf(seeked)).find(), () -> atMost + ": " + seeked);
		}
	}

	/** Returns 1 where the damage was found. */
	private int assertNeverWrong(Packer packer, byte[] broken) throws IOException {
		if (PackedFile.formatOf(ByteBuffer.wrap(broken), Packer.FORMATS).isPresent()) {
			try {
				assertArrayEquals(SMALL, packer.unpackFile(folder, broken));
			} catch (IOException e) {
				assertTrue(OFFSET.matcher(String.valueOf(e.getMessage())).find(), e::getMessage);
			}
		}
		try {
			assertArrayEquals(SMALL, packer.unpackStream(broken));
			return 0;
		} catch (IOException e) {
			assertTrue(OFFSET.matcher(String.valueOf(e.getMessage())).find(), e::toString);
			return 1;
		}
	}
}
