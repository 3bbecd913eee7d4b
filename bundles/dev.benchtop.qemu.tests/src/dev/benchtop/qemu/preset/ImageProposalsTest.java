package dev.benchtop.qemu.preset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.spi.BoardTemplate;
import dev.benchtop.core.spi.ImageFormat;
import dev.benchtop.image.Imaging;
import dev.benchtop.testing.Needs;

class ImageProposalsTest {

	private static final ImageFormat GZIP = new ImageFormat() {
		@Override
		public String id() {
			return "gzip";
		}

		@Override
		public String label() {
			return "gzip";
		}

		@Override
		public int headLength() {
			return 2;
		}

		@Override
		public boolean matches(ByteBuffer head) {
			return head.remaining() >= 2 && head.get(0) == 0x1f && head.get(1) == (byte) 0x8b;
		}

		@Override
		public InputStream unpack(InputStream packed) throws IOException {
			return new GZIPInputStream(packed);
		}
	};

	@TempDir
	Path folder;

	@ParameterizedTest
	@CsvSource({"BOOTX64.EFI,x86_64,uefi", "BOOTAA64.EFI,aarch64,uefi", "BOOTRISCV64.EFI,riscv64,u-boot", "BOOTARM.EFI,arm,u-boot"})
	void theLoaderTellsTheArchitecture(String loader, String arch, String firmware) throws Exception {
		final Path image = disk("disk.img", loader);
		final var board = propose(image);
		assertEquals(arch, board.config().get("arch"));
		assertEquals(firmware, board.config().get("firmware"));
		assertEquals(Map.of("root", Map.of("image", image.toString())), board.config().get("disks"));
		assertEquals(Optional.empty(), board.image());
		assertEquals("disk", board.id());
		assertTrue(board.label().contains("disk.img") && board.description().contains(arch), board.description());
	}

	@Test
	void whatIsPackedIsFlashed() throws Exception {
		final Path image = disk("disk.img", "BOOTX64.EFI");
		run("gzip", "-1", image.toString());
		final Path packed = folder.resolve("disk.img.gz");
		final var board = propose(packed);
		assertEquals("x86_64", board.config().get("arch"));
		assertEquals(Map.of("root", Map.of("size", "2G")), board.config().get("disks"));
		assertEquals(Optional.of(packed), board.image());
	}

	@Test
	void aDiskOfAVirtualMachineIsTakenAsItIs() throws Exception {
		final Path image = disk("disk.img", "BOOTAA64.EFI");
		final Path qcow = folder.resolve("disk.qcow2");
		run("qemu-img", "convert", "-O", "qcow2", "-c", image.toString(), qcow.toString());
		final var board = propose(qcow);
		assertEquals("aarch64", board.config().get("arch"));
		assertEquals(Map.of("root", Map.of("image", qcow.toString())), board.config().get("disks"));
		assertTrue(board.description().contains("qcow2"), board.description());
	}

	@ParameterizedTest
	@CsvSource({"56,ARMd,aarch64,u-boot", "56,'RSC\u0005',riscv64,u-boot", "36,'\u0018(o\u0001',arm,u-boot"})
	void aKernelTellsItWhereThereIsNoLoader(int at, String magic, String arch, String firmware) throws Exception {
		final Path image = folder.resolve("disk.img");
		try (var file = new RandomAccessFile(image.toFile(), "rw")) {
			file.setLength(4 << 20);
			file.seek((1 << 20) + at);
			file.write(magic.getBytes(StandardCharsets.ISO_8859_1));
		}
		assertEquals(arch, propose(image).config().get("arch"));
		assertEquals(firmware, propose(image).config().get("firmware"));
	}

	@Test
	void aBootSectorIsForTheBiosOfAPc() throws Exception {
		final var sector = new byte[1 << 20];
		sector[0] = (byte) 0xfa;
		sector[510] = 0x55;
		sector[511] = (byte) 0xaa;
		final var board = propose(Files.write(folder.resolve("disk.img"), sector));
		assertEquals("x86_64", board.config().get("arch"));
		assertEquals("none", board.config().get("firmware"));
	}

	@Test
	void theNameIsAGuessAndSaidToBeOne() throws Exception {
		final var board = propose(Files.write(folder.resolve("system-riscv64.img"), new byte[1 << 20]));
		assertEquals("riscv64", board.config().get("arch"));
		assertTrue(board.description().contains("guess"), board.description());
	}

	@Test
	void aCloudImageGetsAUserAndAWayIn() throws Exception {
		final var board = propose(disk("debian-12-genericcloud-amd64.raw", "BOOTX64.EFI"));
		assertEquals("debian-12-genericcloud-amd64", board.id());
		assertEquals("benchtop", board.config().get("username"));
		assertEquals(Map.of("ssh", Map.of("guestport", 22)), board.config().get("hostfwd"));
		assertFalse(propose(disk("other.raw", "BOOTX64.EFI")).config().containsKey("username"));
	}

	@Test
	void whatIsNoDiskIsRefused() throws Exception {
		final Path zip = Files.write(folder.resolve("a.img"), new byte[] {'P', 'K', 3, 4, 0, 0, 0, 0});
		assertThrows(BenchException.class, () -> propose(zip));
		assertThrows(BenchException.class, () -> propose(folder.resolve("missing.img")));
	}

	private static BoardTemplate propose(Path image) throws BenchException {
		return new ImageProposals(Imaging.standard(), List.of(GZIP)).propose(image, CancelToken.none()).orElseThrow();
	}

	/** A disk with a GPT, and a loader in its EFI system partition. */
	private Path disk(String name, String loader) throws Exception {
		final Path disk = folder.resolve(name);
		try (var file = new RandomAccessFile(disk.toFile(), "rw")) {
			file.setLength(40 << 20);
		}
		run("/bin/sh", "-c", "printf 'label: gpt\\nstart=2048, size=75776, type=uefi\\n' | sfdisk -q " + disk);
		run("mformat", "-i", disk + "@@1M", "-F", "-T", "75776", "-h", "64", "-s", "32", "::");
		run("mmd", "-i", disk + "@@1M", "::/EFI", "::/EFI/BOOT");
		Files.writeString(folder.resolve("loader"), "loader");
		run("mcopy", "-i", disk + "@@1M", folder.resolve("loader").toString(), "::/EFI/BOOT/" + loader);
		return disk;
	}

	private static void run(String... command) throws Exception {
		Needs.programs(command[0].equals("/bin/sh") ? "sfdisk" : command[0]);
		final var builder = new ProcessBuilder(command).redirectErrorStream(true);
		builder.environment().merge("PATH", ":/usr/sbin:/sbin", String::concat);
		final var process = builder.start();
		final String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertEquals(0, process.waitFor(), said);
	}
}
