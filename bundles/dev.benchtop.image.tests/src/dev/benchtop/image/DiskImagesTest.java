package dev.benchtop.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.flash.FlashReport;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.core.flash.Outcome;

/** Disks of virtual machines, made by QEMU. */
class DiskImagesTest {

	private static final int SIZE = (7 << 20) + 512;

	@TempDir
	private Path folder;

	private final Imaging imaging = Imaging.standard();
	private Path raw;
	private byte[] content;

	@BeforeEach
	void make() throws IOException {
		content = Tools.image(SIZE, 9);
		Arrays.fill(content, 1 << 20, 3 << 20, (byte) 0);
		raw = Files.write(folder.resolve("disk.raw"), content);
	}

	private Path convert(String name, String options) {
		final Path file = folder.resolve(name);
		Tools.run(("qemu-img convert -f raw " + options + " " + raw + " " + file).split(" +"));
		return file;
	}

	private FlashReport copy(Path file, FaultyTarget target) throws BenchException {
		return imaging.copy(new FlashRequest(file, file.getFileName().toString(), "", true, Optional.empty()), target, "disk", new Recorder());
	}

	private void assertCopied(Path file) throws BenchException {
		final var target = new FaultyTarget(SIZE, false);
		final FlashReport report = copy(file, target);
		assertEquals(Outcome.VERIFIED, report.outcome(), () -> report.failure().toString());
		assertArrayEquals(content, target.medium);
	}

	private void refused(Path file, String why) {
		final String message = assertThrows(BenchException.class, () -> copy(file, new FaultyTarget(SIZE, false))).getMessage();
		assertTrue(message.contains(why), message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "-O qcow2", "-O qcow2 -o compat=0.10", "-O qcow2 -c", "-O qcow2 -c -o compression_type=zstd", "-O qcow2 -o cluster_size=4k",
			"-O qcow2 -c -o cluster_size=1M", "-O vmdk", "-O vmdk -o subformat=streamOptimized" })
	void isFlashedAsTheDiskThatItIs(String options) throws Exception {
		final Path file = convert("disk.img", options);
		final ImageInfo info = imaging.inspect(file, CancelToken.none());
		assertEquals(options.contains("vmdk") ? "vmdk" : "qcow2", info.format());
		assertEquals(OptionalLong.of(SIZE), info.unpackedBytes());
		assertCopied(file);
	}

	@Test
	void whatItIsBasedOnShowsThrough() throws Exception {
		final Path base = convert("base.qcow2", "-O qcow2 -c");
		final Path middle = folder.resolve("middle.qcow2");
		final Path top = folder.resolve("top.qcow2");
		Tools.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", "base.qcow2", "-F", "qcow2", middle.toString());
		Tools.run("qemu-io", "-f", "qcow2", "-c", "write -P 7 65536 200000", "-c", "write -z 4M 128k", middle.toString());
		Tools.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", middle.toString(), "-F", "qcow2", top.toString(), "9M");
		Tools.run("qemu-io", "-f", "qcow2", "-c", "write -P 9 70000 512", top.toString());
		final Path whole = folder.resolve("whole.raw");
		Tools.run("qemu-img", "convert", "-O", "raw", top.toString(), whole.toString());
		final var target = new FaultyTarget(9 << 20, true);
		assertEquals(Outcome.VERIFIED, copy(top, target).outcome());
		assertArrayEquals(Files.readAllBytes(whole), target.medium);
		Files.delete(base);
		refused(top, "the image is based on the file");
		final Path overRaw = folder.resolve("over.qcow2");
		Tools.run("qemu-img", "create", "-q", "-f", "qcow2", "-b", "disk.raw", "-F", "raw", overRaw.toString());
		assertCopied(overRaw);
	}

	@Test
	void itsPartitionsAreTold() throws Exception {
		Tools.pipe("label: gpt\nsize=1MiB, name=boot\nname=root\n".getBytes(), "sfdisk", "-q", raw.toString());
		final ImageInfo info = imaging.inspect(convert("disk.qcow2", "-O qcow2 -c"), CancelToken.none());
		assertEquals(2, info.partitions().orElseThrow().partitions().size());
		assertEquals(Optional.of("root"), info.partitions().orElseThrow().partitions().getLast().name());
	}

	@Test
	void whatCannotBeReadIsRefusedWithAWayOut() throws Exception {
		final Path qcow = convert("disk.qcow2", "-O qcow2");
		refused(Files.write(folder.resolve("disk.qcow2.gz"), Tools.output("gzip", "-c", qcow.toString())), "unpack it first, and let it lie on this machine");
		refused(convert("extended.qcow2", "-O qcow2 -o extended_l2=on,cluster_size=128k"), "qemu-img convert -O raw");
		refused(convert("flat.vmdk", "-O vmdk -o subformat=monolithicFlat"), "qemu-img convert -O raw flat.vmdk");
	}

	@ParameterizedTest
	@ValueSource(strings = { "-O qcow2", "-O qcow2 -c", "-O vmdk", "-O vmdk -o subformat=streamOptimized" })
	void whatIsBrokenIsAnErrorAndNeverAnAccident(String options) throws Exception {
		final byte[] sound = Files.readAllBytes(convert("disk.img", options));
		final var random = new Random(2);
		for (int i = 0; i < 60; i++) {
			final byte[] broken = i % 4 == 3 ? Arrays.copyOf(sound, random.nextInt(sound.length)) : sound.clone();
			if (i % 4 != 3) {
				broken[random.nextInt(i % 4 == 0 ? sound.length : Math.min(sound.length, 1 << 16))] ^= (byte) (1 << random.nextInt(8));
			}
			final Path file = Files.write(folder.resolve("broken"), broken);
			try {
				final FlashReport report = copy(file, new FaultyTarget(2 * SIZE, true));
				assertTrue(report.outcome().isSuccess() || report.failure().isPresent());
			} catch (BenchException e) {
				assertTrue(e.getMessage().length() > 20, e::getMessage);
			}
		}
	}
}
