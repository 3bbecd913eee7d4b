package dev.benchtop.image.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.image.BlockMap;
import dev.benchtop.image.Tools;

class SparseTest {

	private static final int BLOCK = 4096;

	@TempDir
	private Path folder;

	/** Writes a sparse image by hand. */
	static final class Maker {
		private final ByteArrayOutputStream chunks = new ByteArrayOutputStream();
		private final CRC32 crc = new CRC32();
		private int blocks;
		private int count;

		private Maker chunk(int kind, int length, byte... data) {
			chunks.writeBytes(ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putShort((short) kind).putShort((short) 0).putInt(length).putInt(12 + data.length)
					.array());
			chunks.writeBytes(data);
			blocks += length;
			count++;
			return this;
		}

		Maker raw(byte[] data) {
			crc.update(data);
			return chunk(SparseHeader.RAW, data.length / BLOCK, data);
		}

		Maker fill(int length, int value) {
			final byte[] data = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
			for (int i = 0; i < length * BLOCK / 4; i++) {
				crc.update(data);
			}
			return chunk(SparseHeader.FILL, length, data);
		}

		Maker skip(int length) {
			for (int i = 0; i < length; i++) {
				crc.update(new byte[BLOCK]);
			}
			return chunk(SparseHeader.DONT_CARE, length);
		}

		Maker crc(int change) {
			return chunk(SparseHeader.CRC32, 0, ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt((int) crc.getValue() + change).array());
		}

		byte[] image(int more) {
			final var head = ByteBuffer.allocate(28).order(ByteOrder.LITTLE_ENDIAN).putInt(0xed26ff3a).putShort((short) 1).putShort((short) 0).putShort((short) 28)
					.putShort((short) 12).putInt(BLOCK).putInt(blocks + more).putInt(count).putInt(0);
			return Tools.join(head.array(), chunks.toByteArray());
		}
	}

	private static byte[] unpack(byte[] packed) throws IOException {
		try (var in = new SparseFormat().unpack(new ByteArrayInputStream(packed))) {
			return in.readAllBytes();
		}
	}

	private byte[] sparse(byte[] content) throws IOException {
		final Path raw = Files.write(folder.resolve("raw"), content);
		final Path sparse = folder.resolve("sparse");
		Tools.run("img2simg", raw.toString(), sparse.toString());
		return Files.readAllBytes(sparse);
	}

	@Test
	void unpacksWhatTheToolPacked() throws Exception {
		final byte[] content = Tools.image(100 * BLOCK, 8);
		Arrays.fill(content, 0, 20 * BLOCK, (byte) 0);
		assertArrayEquals(content, unpack(sparse(content)));
	}

	@Test
	void theToolUnpacksTheSame() throws Exception {
		final byte[] packed = new Maker().skip(2).raw(Tools.image(5 * BLOCK, 2)).fill(3, 0x12345678).skip(40).fill(2, 0).raw(Tools.image(BLOCK, 3)).skip(1).crc(0)
				.image(0);
		final Path sparse = Files.write(folder.resolve("sparse"), packed);
		final Path raw = folder.resolve("raw");
		Tools.run("simg2img", sparse.toString(), raw.toString());
		assertArrayEquals(Files.readAllBytes(raw), unpack(packed));
	}

	@Test
	void whatItDoesNotCareForIsSteppedOver() throws Exception {
		final byte[] packed = new Maker().skip(3).raw(Tools.image(2 * BLOCK, 2)).fill(1, 7).skip(1_000_000).raw(Tools.image(BLOCK, 3)).skip(2).image(0);
		final var in = new SparseInput(new ByteArrayInputStream(packed));
		assertEquals(1_000_009L * BLOCK, in.length().orElseThrow());
		assertEquals(3 * BLOCK, in.hole());
		in.skipHole();
		assertEquals(0, in.hole());
		assertEquals(3 * BLOCK, in.readNBytes(3 * BLOCK).length);
		assertEquals(1_000_000L * BLOCK, in.hole());
		in.skipHole();
		assertEquals(BLOCK, in.readNBytes(BLOCK).length);
		assertEquals(2 * BLOCK, in.hole());
		in.skipHole();
		assertEquals(0, in.hole());
		assertEquals(-1, in.read());
	}

	@Test
	void itsHeadsAreItsMap() throws Exception {
		final byte[] data = Tools.image(2 * BLOCK, 2);
		final Path file = Files.write(folder.resolve("sparse"), new Maker().skip(3).raw(data).fill(1, 0x01020304).skip(9).raw(data).crc(0).image(0));
		try (var channel = FileChannel.open(file)) {
			final BlockMap map = new SparseFormat().map(Bytes.of(channel)).orElseThrow();
			assertEquals("[12288+12288, 61440+8192]", map.ranges().stream().map(range -> range.position() + "+" + range.length()).toList().toString());
			assertEquals(17L * BLOCK, map.size());
			final var read = new byte[3 * BLOCK];
			assertEquals(read.length, new SparseFormat().reader(Bytes.of(channel)).orElseThrow().read(read, 4 * BLOCK + 1));
			assertArrayEquals(Arrays.copyOfRange(unpack(Files.readAllBytes(file)), 4 * BLOCK + 1, 7 * BLOCK + 1), read);
		}
	}

	@Test
	void readsOfAnySizeAreRight() throws Exception {
		final byte[] packed = new Maker().raw(Tools.image(2 * BLOCK, 2)).fill(40, 0xa1b2c3d4).skip(40).raw(Tools.image(BLOCK, 3)).image(0);
		final byte[] whole = unpack(packed);
		final var random = new Random(6);
		final var out = new ByteArrayOutputStream();
		try (var in = new SparseFormat().unpack(new ByteArrayInputStream(packed))) {
			final byte[] piece = new byte[100_000];
			for (int count = 0; count >= 0; count = in.read(piece, 0, 1 + random.nextInt(piece.length))) {
				out.write(piece, 0, count);
			}
		}
		assertArrayEquals(whole, out.toByteArray());
		assertEquals(0xa1b2c3d4, ByteBuffer.wrap(whole, 10 * BLOCK, 4).order(ByteOrder.LITTLE_ENDIAN).getInt());
	}

	@Test
	void whatIsBrokenIsTold() throws Exception {
		final Maker maker = new Maker().raw(Tools.image(2 * BLOCK, 2)).skip(3).fill(1, 7);
		final byte[] sound = maker.image(0);
		for (int cut = 4; cut < sound.length; cut += cut < 60 ? 1 : 613) {
			final byte[] broken = Arrays.copyOf(sound, cut);
			broken("breaks off at byte " + cut, broken);
		}
		broken("have 6 blocks, and its head says 9", maker.image(3));
		broken("have 6 blocks, and its head says 5", maker.image(-1));
		broken("not Android sparse data", Tools.join(sound, new byte[3]));
		broken("does not match its checksum", new Maker().raw(Tools.image(BLOCK, 2)).crc(1).image(0));
		broken("kind 0xcac9", new Maker().chunk(0xcac9, 1).image(0));
		broken("is 16 bytes long, and should have 4108", new Maker().chunk(SparseHeader.RAW, 1, new byte[4]).image(0));
		broken("version 2", change(sound, 4, 2));
		broken("make no sense", change(sound, 12, 1));
		broken("does not match its checksum", change(sound, 24, 1));
	}

	private static byte[] change(byte[] image, int at, int value) {
		final byte[] changed = image.clone();
		changed[at] = (byte) value;
		return changed;
	}

	private static void broken(String why, byte[] image) {
		final String message = assertThrows(IOException.class, () -> unpack(image)).getMessage();
		assertTrue(message.contains(why), message);
	}

	@Test
	void aSparseFileThatTheToolMadeOfAnExt4IsTheSame() throws Exception {
		final Path raw = folder.resolve("ext4");
		try (var file = new RandomAccessFile(raw.toFile(), "rw")) {
			file.setLength(32 << 20);
		}
		Tools.run("mke2fs", "-q", "-t", "ext4", raw.toString());
		final Path sparse = folder.resolve("simg");
		Tools.run("img2simg", raw.toString(), sparse.toString());
		assertArrayEquals(Files.readAllBytes(raw), unpack(Files.readAllBytes(sparse)));
	}
}
