package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.FlashPlan;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Target;
import dev.benchtop.image.PartitionTable.Partition;
import dev.benchtop.image.PartitionTable.Scheme;

class InspectTest {

	private static final long MIB = 1 << 20;

	@TempDir
	private Path folder;

	private final Imaging imaging = Imaging.standard();

	private ImageInfo inspect(Path image) throws BenchException {
		return imaging.inspect(image, CancelToken.none());
	}

	private Path sized(String name, long bytes) throws IOException {
		final Path file = folder.resolve(name);
		try (var out = new RandomAccessFile(file.toFile(), "rw")) {
			out.setLength(bytes);
		}
		return file;
	}

	private void put(Path disk, Path content, long at) throws IOException {
		try (var out = new RandomAccessFile(disk.toFile(), "rw")) {
			out.seek(at);
			out.write(Files.readAllBytes(content));
		}
	}

	private Path ext4(String name) throws IOException {
		final Path file = sized(name, 4 * MIB);
		Tools.run("mke2fs", "-q", "-t", "ext4", "-L", "rootfs", file.toString());
		return file;
	}

	private Path fat(String name) throws IOException {
		final Path file = sized(name, 4 * MIB);
		Tools.run("mformat", "-i", file.toString(), "-v", "BOOT", "::");
		return file;
	}

	private Path disk(String script) throws IOException {
		final Path disk = sized("disk.img", 64 * MIB);
		Tools.pipe(script.getBytes(StandardCharsets.US_ASCII), "sfdisk", "-q", disk.toString());
		put(disk, fat("fat"), MIB);
		put(disk, ext4("ext"), 8 * MIB);
		return disk;
	}

	private static String describe(Partition partition) {
		return partition.number() + " " + partition.start() / MIB + "+" + partition.bytes() / MIB + " " + partition.type() + " "
				+ partition.name().orElse("-") + " " + partition.fileSystem().map(system -> system.type() + " " + system.label().orElse("-")).orElse("-");
	}

	@Test
	void gptIsRead() throws Exception {
		final Path disk = disk("label: gpt\nstart=2048, size=8192, type=U, name=\"EFI system\"\nstart=16384, size=8192, type=L, name=root\nsize=8192, type=S\n");
		final var expected = List.of("1 1+4 EFI system EFI system FAT12 BOOT", "2 8+4 Linux root ext4 rootfs", "3 12+4 Linux swap - -");
		final ImageInfo raw = inspect(disk);
		final PartitionTable table = raw.partitions().orElseThrow();
		assertEquals(Scheme.GPT, table.scheme());
		assertEquals(List.of(), table.warnings());
		assertEquals(expected, table.partitions().stream().map(InspectTest::describe).toList());
		assertEquals(OptionalLong.of(64 * MIB), raw.unpackedBytes());
		assertEquals("raw", raw.format());

		final Path blocks = Files.write(folder.resolve("disk.img.xz"), Tools.output("xz", "-0", "-c", "--block-size=4MiB", disk.toString()));
		assertEquals(expected, inspect(blocks).partitions().orElseThrow().partitions().stream().map(InspectTest::describe).toList());
		assertEquals(OptionalLong.of(64 * MIB), inspect(blocks).unpackedBytes());

		final Path gzip = Files.write(folder.resolve("disk.img.gz"), Tools.output("gzip", "-1c", disk.toString()));
		final ImageInfo streamed = inspect(gzip);
		assertEquals("2 8+4 Linux root -", describe(streamed.partitions().orElseThrow().partitions().get(1)));
		assertEquals(OptionalLong.empty(), streamed.unpackedBytes());
		assertEquals(List.of("It unpacks to about 64.0 MiB."), streamed.notes());
	}

	@Test
	void whatLiesElsewhereIsReadHereAndThere() throws Exception {
		final Path disk = disk("label: gpt\nstart=2048, size=8192, type=U\nstart=16384, size=8192, type=L\n");
		try (var zip = FileSystems.newFileSystem(folder.resolve("images.zip"), Map.of("create", "true"))) {
			final ImageInfo raw = inspect(Files.copy(disk, zip.getPath("disk.img")));
			assertEquals("2 8+4 Linux - ext4 rootfs", describe(raw.partitions().orElseThrow().partitions().get(1)));
			final ImageInfo packed = inspect(Files.write(zip.getPath("disk.img.xz"), Tools.output("xz", "-0c", disk.toString())));
			assertEquals(OptionalLong.of(64 * MIB), packed.unpackedBytes());
			assertEquals(2, packed.partitions().orElseThrow().partitions().size());
		}
	}

	@Test
	void aDamagedGptIsReadFromItsCopy() throws Exception {
		final Path disk = disk("label: gpt\nstart=2048, size=8192, type=U\n");
		try (var out = new RandomAccessFile(disk.toFile(), "rw")) {
			out.seek(512 + 40);
			out.write(0x55);
		}
		final PartitionTable table = inspect(disk).partitions().orElseThrow();
		assertEquals(1, table.partitions().size());
		assertTrue(table.warnings().getFirst().contains("copy at the end"));
		try (var out = new RandomAccessFile(disk.toFile(), "rw")) {
			out.setLength(63 * MIB);
		}
		assertTrue(inspect(disk).partitions().orElseThrow().warnings().getFirst().contains("checksum does not match"));
	}

	@Test
	void mbrWithLogicalPartitionsIsRead() throws Exception {
		final Path disk = disk("label: dos\nstart=2048, size=8192, type=c, bootable\nstart=16384, size=8192, type=83\nstart=32768, type=5\n"
				+ "start=34816, size=8192, type=82\nstart=45056, size=8192, type=83\n");
		final PartitionTable table = inspect(disk).partitions().orElseThrow();
		assertEquals(Scheme.MBR, table.scheme());
		assertEquals(List.of(), table.warnings());
		assertEquals(List.of("1 1+4 FAT32 - FAT12 BOOT", "2 8+4 Linux - ext4 rootfs", "3 16+48 extended - -", "5 17+4 Linux swap - -", "6 22+4 Linux - -"),
				table.partitions().stream().map(InspectTest::describe).toList());
	}

	@Test
	void partitionsBehindTheEndAreTold() throws Exception {
		final Path disk = disk("label: dos\nstart=2048, size=8192, type=c\nstart=65536, size=8192, type=83\n");
		try (var out = new RandomAccessFile(disk.toFile(), "rw")) {
			out.setLength(33 * MIB);
		}
		assertTrue(inspect(disk).partitions().orElseThrow().warnings().getFirst().startsWith("Partition 2 ends at byte"));
	}

	@ParameterizedTest
	@CsvSource({ "ext2, ext2", "ext3, ext3", "ext4, ext4" })
	void extIsTold(String made, String found) throws Exception {
		final Path file = sized("fs", 16 * MIB);
		Tools.run("mke2fs", "-q", "-t", made, "-L", "data", file.toString());
		assertEquals(new FileSystemInfo(found, Optional.of("data"), OptionalLong.of(16 * MIB)), inspect(file).fileSystem().orElseThrow());
	}

	@ParameterizedTest
	@CsvSource({ "12, 4", "16, 32", "32, 64" })
	void fatIsTold(int bits, long mebibytes) throws Exception {
		final Path file = sized("fs", mebibytes * MIB);
		Tools.run("mkfs.fat", "-F", String.valueOf(bits), "-n", "KEY", file.toString());
		final ImageInfo info = inspect(file);
		assertEquals(new FileSystemInfo("FAT" + bits, Optional.of("KEY"), OptionalLong.of(mebibytes * MIB)), info.fileSystem().orElseThrow());
		assertEquals(Optional.empty(), info.partitions());
	}

	@Test
	void squashfsAndSwapAreTold() throws Exception {
		final Path tree = Files.createDirectory(folder.resolve("tree"));
		Files.writeString(tree.resolve("file"), "x".repeat(10_000));
		final Path squash = folder.resolve("squash");
		Tools.run("mksquashfs", tree.toString(), squash.toString(), "-quiet", "-no-progress");
		assertEquals("SquashFS", inspect(squash).fileSystem().orElseThrow().type());
		final Path swap = sized("swap", MIB);
		Tools.run("mkswap", "-q", "-L", "sw", swap.toString());
		assertEquals(new FileSystemInfo("Linux swap", Optional.of("sw"), OptionalLong.of(MIB)), inspect(swap).fileSystem().orElseThrow());
	}

	@Test
	void containersAreRefusedWithAWayOut() throws Exception {
		for (final var type : Map.of("vhdx", "VHDX", "vdi", "VDI", "vpc", "VHD", "qed", "QED").entrySet()) {
			final Path disk = folder.resolve("disk." + type.getKey());
			Tools.run("qemu-img", "create", "-q", "-f", type.getKey(), disk.toString(), "8M");
			refused(disk, "a " + type.getValue() + " image, which is not raw", "qemu-img convert -O raw disk." + type.getKey() + " disk.raw");
		}
		final Path xz = Files.write(folder.resolve("disk.vdi.xz"), Tools.output("xz", "-0c", folder.resolve("disk.vdi").toString()));
		refused(xz, "a VDI image", "qemu-img");
		refused(Files.write(folder.resolve("old.lz4"), Tools.pipe(new byte[5000], "lz4", "-qlc")), "legacy LZ4", "Unpack it first");
		refused(Files.createFile(folder.resolve("empty")), "the image is empty", "Build or download");
		refused(Files.write(folder.resolve("empty.xz"), Tools.pipe(new byte[0], "xz", "-c")), "the image is empty", "Build or download");
	}

	@Test
	void allLayersAreUnpacked() throws Exception {
		final byte[] content = Tools.image(100_000, 1);
		byte[] packed = content;
		for (int i = 0; i < 5; i++) {
			packed = i % 2 == 0 ? Tools.pipe(packed, "gzip", "-c") : Tools.pipe(packed, "xz", "-c");
		}
		final ImageInfo info = inspect(Files.write(folder.resolve("packed"), packed));
		assertEquals("gzip+xz+gzip+xz+gzip", info.format());
		assertEquals("gzip, xz, gzip, xz, gzip", info.formatLabel());
		assertEquals(Optional.empty(), info.refusal());
		final Path deeper = Files.write(folder.resolve("deeper"), Tools.pipe(packed, "xz", "-c"));
		final var refusal = assertThrows(BenchException.class, () -> inspect(deeper));
		assertTrue(refusal.getMessage().contains("packed too many times"), refusal::getMessage);
	}

	private void refused(Path image, String reason, String next) throws BenchException {
		final ImageInfo.Refusal refusal = inspect(image).refusal().orElseThrow();
		assertTrue(refusal.reason().contains(reason), refusal::reason);
		assertTrue(refusal.next().contains(next), refusal::next);
		final var thrown = assertThrows(BenchException.class, () -> plan(image, null));
		assertTrue(thrown.getMessage().contains(reason), thrown::getMessage);
	}

	private FlashPlan plan(Path image, String sha256) throws BenchException {
		final Path disk = folder.resolve("target");
		return imaging.plan(new FlashRequest(image, image.getFileName().toString(), "root", true, Optional.ofNullable(sha256)),
				new Target("root", OptionalLong.of(16 * MIB), "", disk.toString()), new FileTarget(disk, OptionalLong.of(16 * MIB)));
	}

	@Test
	void programsAndTextAreWarnedOf() throws Exception {
		assertTrue(inspect(Path.of("/bin/sh")).notes().getFirst().contains("ELF program"));
		assertTrue(inspect(Files.writeString(folder.resolve("text"), "<html>404 Not Found</html>\n")).notes().getFirst().contains("text"));
		assertEquals(List.of(), inspect(Files.write(folder.resolve("zeros"), new byte[10_000])).notes());
	}

	@Test
	void aPlanSaysWhatWillBeDone() throws Exception {
		final Path image = Files.write(folder.resolve("image.xz"), Tools.pipe(Tools.join(new byte[50_000], Tools.image(50_000, 1)), "xz", "-c"));
		final FlashPlan plan = plan(image, "ab".repeat(32));
		assertEquals(List.of("hash", "write", "sync", "verify", "commit"), plan.phases().stream().map(phase -> phase.id()).toList());
		assertEquals(OptionalLong.of(100_000), plan.bytes());
		assertEquals(List.of("Compare the SHA-256 with the one from the user.", "Unpack image.xz (xz, 97.7 KiB) onto root.",
				"The old content stays until everything is written and checked.", "Read the target back and compare every byte."), plan.steps());
	}

	@Test
	void aPlanRefuses() throws Exception {
		final Path image = Files.write(folder.resolve("image"), new byte[100]);
		assertEquals(BenchException.Kind.USAGE, assertThrows(BenchException.class, () -> plan(image, "abc")).kind());
		assertTrue(assertThrows(BenchException.class, () -> plan(folder.resolve("none"), null)).getMessage().contains("does not exist"));
		assertTrue(assertThrows(BenchException.class, () -> plan(folder, null)).getMessage().contains("folder"));
		assertTrue(assertThrows(BenchException.class, () -> plan(Path.of("/dev/zero"), null)).getMessage().contains("neither a file nor a disk"));
		assertTrue(assertThrows(BenchException.class, () -> plan(sized("large", 17 * MIB), null)).getMessage().contains("larger than the target"));
		final Path target = Files.write(folder.resolve("target"), new byte[100]);
		final Path link = Files.createSymbolicLink(folder.resolve("link"), target);
		assertTrue(assertThrows(BenchException.class, () -> plan(link, null)).getMessage().contains("target itself"));
		final byte[] xz = Tools.pipe(Tools.image(100_000, 1), "xz", "-c");
		final Path broken = Files.write(folder.resolve("broken.xz"), Arrays.copyOf(xz, xz.length - 1));
		assertTrue(assertThrows(BenchException.class, () -> plan(broken, null)).getMessage().contains("at byte"));
	}

	@Test
	void filesBesideAreFound() throws Exception {
		final Path image = Files.write(folder.resolve("disk.wic.gz"), Tools.pipe(new byte[10_000], "gzip", "-c"));
		assertEquals(Optional.empty(), inspect(image).checksum());
		Files.writeString(folder.resolve("disk.wic.sha256"), "AB".repeat(32) + "\n");
		assertEquals(new ImageInfo.Checksum(folder.resolve("disk.wic.sha256"), "ab".repeat(32), true), inspect(image).checksum().orElseThrow());
		Files.writeString(folder.resolve("sha256sum.txt"), "01".repeat(32) + "  other\n" + "23".repeat(32) + " *./disk.wic.gz\n");
		assertEquals(new ImageInfo.Checksum(folder.resolve("sha256sum.txt"), "23".repeat(32), false), inspect(image).checksum().orElseThrow());
	}
}
