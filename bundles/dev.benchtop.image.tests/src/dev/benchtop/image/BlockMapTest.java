package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;

class BlockMapTest {

	@TempDir
	private Path folder;

	private static BlockMap read(String text) throws IOException {
		return BlockMap.read("a.bmap", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
	}

	private static String map(String version, String fields, String... ranges) {
		return "<?xml version=\"1.0\" ?>\n<bmap version=\"" + version + "\">\n<ImageSize> 100000 </ImageSize>\n<BlockSize> 4096 </BlockSize>\n" + fields
				+ "<BlockMap>\n" + String.join("\n", ranges) + "\n</BlockMap>\n</bmap>\n";
	}

	private static void broken(String why, String text) {
		final String message = assertThrows(IOException.class, () -> read(text)).getMessage();
		assertTrue(message.contains(why), message);
	}

	/** A file with data here and there. */
	static Path sparse(Path file, long size, long... at) throws IOException {
		final byte[] data = new byte[8192];
		try (var out = new RandomAccessFile(file.toFile(), "rw")) {
			out.setLength(size);
			for (final long position : at) {
				new Random(position).nextBytes(data);
				out.seek(position);
				out.write(data);
			}
		}
		return file;
	}

	@Test
	void readsWhatTheToolMakes() throws Exception {
		final Path image = sparse(folder.resolve("image"), 10_000_000, 0, 1 << 20, 9_991_808);
		final Path file = folder.resolve("image.bmap");
		Tools.run("bmaptool", "create", "-o", file.toString(), image.toString());
		final BlockMap map = BlockMap.read(file);
		assertEquals("image.bmap", map.name());
		assertEquals(10_000_000, map.size());
		assertEquals(10_000_000, map.ranges().getLast().end());
		assertEquals(0, map.ranges().getFirst().position());
		assertTrue(map.mapped() >= 3 * 8192 && map.mapped() < 200_000, () -> String.valueOf(map.mapped()));
		assertTrue(map.ranges().stream().allMatch(range -> range.sum().orElseThrow().length() == 64 && range.line() > 10));
		final String text = Files.readString(file);
		broken("it was changed after it was made", text.replace("<Range chksum=", "<Range  chksum="));
		Files.writeString(file, text.replace("Mapped", "mapped"));
		assertTrue(assertThrows(BenchException.class, () -> BlockMap.read(file)).getMessage().contains("image.bmap"));
	}

	@Test
	void whatItWritesTheToolTakes() throws Exception {
		final Path image = sparse(folder.resolve("image"), 10_000_000, 0, 1 << 20, 9_991_808);
		final byte[] content = Files.readAllBytes(image);
		final var ranges = List.of(range(content, 0, 8192), range(content, 1 << 20, 8192), range(content, 9_990_144, 9856));
		final var out = new ByteArrayOutputStream();
		final var map = new BlockMap("image.bmap", content.length, BlockMap.SHA256, ranges);
		map.write(out);
		final Path file = Files.write(folder.resolve("image.bmap"), out.toByteArray());
		assertEquals(map.mapped(), BlockMap.read(file).mapped());
		final Path target = folder.resolve("target");
		Tools.run("bmaptool", "copy", "--bmap", file.toString(), image.toString(), target.toString());
		assertArrayEquals(content, Files.readAllBytes(target));
		assertThrows(IllegalArgumentException.class, () -> new BlockMap("", 5, "SHA-1", List.of()).write(out));
		assertThrows(IllegalArgumentException.class, () -> new BlockMap("", 9000, BlockMap.SHA256, List.of(range(content, 1, 2))).write(out));
	}

	private static BlockMap.Range range(byte[] content, int at, int length) {
		return new BlockMap.Range(at, length, Optional.of(CopyFixture.sha256(content, at, length)), 0);
	}

	@Test
	void readsAllVersions() throws Exception {
		assertEquals("[Range[position=0, length=8192, sum=Optional.empty, line=6], Range[position=20480, length=4096, sum=Optional.empty, line=7]]",
				read(map("1.2", "", "<Range> 0-1 </Range>", "<Range> 5 </Range>")).ranges().toString());
		final BlockMap old = read(map("1.3", "<BmapFileSHA1></BmapFileSHA1>\n", "<Range sha1=\"AB12\">24</Range>"));
		assertEquals("SHA-1", old.algorithm());
		assertEquals("ab12", old.ranges().getFirst().sum().orElseThrow());
		assertEquals(100_000, old.ranges().getFirst().end());
		assertEquals("SHA-512", read(map("1.4", "<ChecksumType> sha512 </ChecksumType>", "<Range chksum=\"00\">0</Range>")).algorithm());
		assertEquals(0, read(map("2.0", "")).mapped());
	}

	@Test
	void whatContradictsItselfIsTold() {
		broken("no version that is known", map("3.0", ""));
		broken("no version that is known", "<map version=\"2.0\"/>");
		broken("the range 3 on line 7 overlaps", map("2.0", "", "<Range>1-3</Range>", "<Range>3</Range>"));
		broken("the range 0 on line 7 overlaps the one before, or stands out of order", map("2.0", "", "<Range>1-3</Range>", "<Range>0</Range>"));
		broken("the range 25 on line 6 is empty, or lies beyond", map("2.0", "", "<Range>25</Range>"));
		broken("the range 5-4 on line 6", map("2.0", "", "<Range>5-4</Range>"));
		broken("the range 0--1 on line 6", map("2.0", "", "<Range>0--1</Range>"));
		broken("the range 9999999999999999 on line 6", map("2.0", "", "<Range>9999999999999999</Range>"));
		broken("the range x on line 6", map("2.0", "", "<Range>x</Range>"));
		broken("counts 4 mapped blocks, and names 3", map("2.0", "<MappedBlocksCount> 4 </MappedBlocksCount>", "<Range>1-3</Range>"));
		broken("no such number", map("2.0", "", "<Range>1</Range>").replace("100000", "-1"));
		broken("it has no BlockSize", map("2.0", "").replace("BlockSize", "Other"));
		broken("kind crc7", map("2.0", "<ChecksumType>crc7</ChecksumType>"));
		broken("is no XML at line", map("2.0", "", "<Range>1</Range>").replace("</bmap>", ""));
		broken("it was changed", map("2.0", "<BmapFileChecksum>" + "0".repeat(64) + "</BmapFileChecksum>"));
		broken("it was changed", map("2.0", "<BmapFileChecksum>&#49;" + "0".repeat(63) + "</BmapFileChecksum>"));
		broken("at line", "<!DOCTYPE bmap [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><bmap version=\"2.0\"><ImageSize>&a;</ImageSize></bmap>");
	}
}
