package dev.benchtop.server.tftp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.zip.CRC32;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Files of all sizes, in blocks and windows of all sizes")
class ReadTest {

	@TempDir
	Path root;
	private Bed bed;

	@BeforeEach
	void start() throws Exception {
		bed = Bed.reading(root);
	}

	@AfterEach
	void stop() {
		bed.close();
	}

	@Test
	@DisplayName("RFC 1350 §6: an empty file is one empty block")
	void empty() throws Exception {
		bed.file("empty", 0);
		for (final int window : new int[] { 1, 16 }) {
			assertEquals(0, Bed.get(bed.client().sizes(512, window), "empty").length);
			assertEquals(TftpEnd.DONE, bed.end().end());
		}
	}

	@ParameterizedTest
	@ValueSource(ints = { 8, 512, 1024, 1468, 8192, 65464 })
	@DisplayName("RFC 1350 §6: a multiple of the block size ends with an empty block; one byte more or less does not")
	void multiples(int blockSize) throws Exception {
		for (final int blocks : new int[] { 1, 2, 3, 4, 5, 16, 17 }) {
			for (int size = blocks * blockSize - 1; size <= blocks * blockSize + 1; size++) {
				final var content = bed.file("multiple", size);
				for (final int window : new int[] { 1, 4 }) {
					assertArrayEquals(content, Bed.get(bed.client().sizes(blockSize, window), "multiple"), size + " bytes, window " + window);
					assertEquals(0, bed.end().transfer().retransmits());
				}
			}
		}
	}

	@Test
	@DisplayName("RFC 7440 §4: every window from 1 to 64")
	void windows() throws Exception {
		final var content = bed.file("windows", 300_000);
		for (int window = 1; window <= 64; window++) {
			assertArrayEquals(content, Bed.get(bed.client().sizes(1000, window), "windows"), "window " + window);
			final var transfer = bed.end().transfer();
			assertEquals(300_000, transfer.done());
			assertEquals(0, transfer.retransmits());
		}
	}

	@ParameterizedTest
	@CsvSource({ "512, 1, 0", "512, 16, 0", "512, 64, 1", "512, 7, 0", "8, 64, 0", "8, 64, 1", "8, 1, 1", "8, 33, 0" })
	@DisplayName("Behind block 65535 comes block 0, or 1 where the server is told so: past 32 MiB at 512")
	void rollover(int blockSize, int window, int rollover) throws Exception {
		final long size = (blockSize == 8 ? 3 : 1) * 65536L * blockSize + 5 * blockSize + 1;
		final var expected = new CRC32();
		try (var file = new RandomAccessFile(root.resolve("large").toFile(), "rw")) {
			final var piece = new byte[1 << 16];
			for (long written = 0; written < size; written += piece.length) {
				final int count = (int) Math.min(piece.length, size - written);
				java.util.Arrays.fill(piece, (byte) (written >> 16));
				file.write(piece, 0, count);
				expected.update(piece, 0, count);
			}
		}
		try (var other = new Bed(root, TftpFolder.Access.READ, TftpSettings.defaults().withMaxWindow(64).withRollover(rollover))) {
			final var seen = new CRC32();
			final var result = other.client().rollover(rollover).sizes(blockSize, window).get("large", seen::update);
			assertEquals(size, result.bytes());
			assertEquals(expected.getValue(), seen.getValue());
			assertEquals(size, other.end().transfer().done());
		}
	}

	@Test
	@DisplayName("Block numbers behind many roll-overs, and how far apart they are")
	void numbering() {
		assertEquals(0xffff, Numbering.TO_ZERO.wire(65535));
		assertEquals(0, Numbering.TO_ZERO.wire(65536));
		assertEquals(0xffff, Numbering.TO_ONE.wire(65535));
		assertEquals(1, Numbering.TO_ONE.wire(65536));
		assertEquals(0, Numbering.TO_ONE.wire(0));
		for (final var numbering : Numbering.values()) {
			for (long block = 0; block < 400_000; block += 7) {
				for (int ahead = 0; ahead <= 64; ahead += 16) {
					assertEquals(ahead, numbering.distance(block, numbering.wire(block + ahead)), numbering + " " + block);
				}
				assertTrue(block == 0 || numbering.distance(block, numbering.wire(block - 1)) > 64);
			}
		}
	}

	@Test
	@DisplayName("Files over 4 GiB: the end of a sparse one of 5 GiB is read at the right place")
	void large() throws Exception {
		final long size = (5L << 30) + 3;
		try (var file = new RandomAccessFile(root.resolve("sparse").toFile(), "rw")) {
			file.seek(size - 3);
			file.write(new byte[] { 1, 2, 3 });
		}
		try (var opened = Opened.of(root.resolve("sparse"), false).source()) {
			final var chunk = new Chunk(java.nio.ByteBuffer.allocateDirect(Buffers.SIZE), 1468);
			final long last = size / 1468 + 1;
			chunk.load(opened, last - 2);
			assertTrue(chunk.holds(last));
			assertTrue(chunk.last(last));
			assertTrue(chunk.ends());
			assertEquals(3, chunk.buffer().get(Packet.HEADER + (int) (size - (last - 3) * 1468) - 1));
		}
		try (var wire = bed.wire().read("sparse", "octet", "tsize", "0")) {
			assertEquals(Long.toString(size), wire.oack().get("tsize"));
		}
	}
}
