package dev.benchtop.uboot.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;

class FlasherBundleTest {

	private static final Optional<String> DEFAULT = Optional.empty();

	@TempDir
	private Path folder;

	private FlasherBundle sample() throws Exception {
		return SampleBundle.open(SampleBundle.write(folder.resolve("bundle")));
	}

	private static BenchException refused(Executable call) {
		return assertThrows(BenchException.class, call);
	}

	@Test
	void theFilesAreThereWithTheirSizesAndAddresses() throws Exception {
		try (var bundle = sample()) {
			assertEquals(List.of("data/kernel 0x82000000 1024", "data/initramfs 0x83000000 2048", "data/dtbs/test-dtb.dtb 0x84000000 3072"),
					bundle.bootFiles(DEFAULT).stream().map(file -> file.name() + ' ' + file.address() + ' ' + file.size()).toList());
			assertEquals(1024, Files.size(bundle.file("data/kernel")));
			assertEquals(folder.resolve("bundle").toString(), bundle.label());
		}
	}

	@ParameterizedTest
	@CsvSource({"test-dtb, data/dtbs/test-dtb.dtb, 3072", "alternate, data/dtbs/alternate.dtb, 4096", ", data/dtbs/test-dtb.dtb, 3072"})
	void theVariantChoosesTheDeviceTree(String variant, String file, long size) throws Exception {
		try (var bundle = sample()) {
			final BootFile dtb = bundle.dtb(Optional.ofNullable(variant)).orElseThrow();
			assertEquals(file, dtb.name());
			assertEquals(size, dtb.size());
			assertEquals(dtb, bundle.bootFiles(Optional.ofNullable(variant)).getLast());
		}
	}

	@Test
	void aVariantMayHaveABootCommandAndNoDeviceTree() throws Exception {
		try (var bundle = sample()) {
			assertEquals(Optional.empty(), bundle.dtb(Optional.of("othercmd")));
			assertEquals(2, bundle.bootFiles(Optional.of("othercmd")).size());
		}
	}

	@ParameterizedTest
	@CsvSource({", booti 0x82000000 - 0x84000000", "test-dtb, booti 0x82000000 - 0x84000000", "alternate, booti 0x82000000 - 0x84000000", "othercmd, bootm"})
	void theVariantChoosesTheBootCommand(String variant, String command) throws Exception {
		try (var bundle = sample()) {
			assertEquals(command, bundle.bootCommand(Optional.ofNullable(variant)));
		}
	}

	@Test
	void aVariantThatIsNotThereIsRefusedWithThoseThatAre() throws Exception {
		try (var bundle = sample()) {
			final BenchException file = refused(() -> bundle.dtb(Optional.of("noexists")));
			assertEquals(BenchException.Kind.USAGE, file.kind());
			assertEquals("DTB variant noexists not found in the flasher bundle", file.what());
			assertEquals(Optional.of(folder.resolve("bundle/manifest.yaml").toString()), file.where());
			assertEquals(Optional.of("Available variants are: test-dtb, alternate, othercmd"), file.next());
			assertEquals("DTB variant noexists not found in the manifest", refused(() -> bundle.bootCommand(Optional.of("noexists"))).what());
			assertEquals("booti 0x82000000 - 0x84000000", bundle.bootCommand(DEFAULT));
		}
	}

	@Test
	void aDefaultThatIsNoVariantIsRefused() throws Exception {
		try (var bundle = SampleBundle.open(SampleBundle.write(folder.resolve("bundle"), SampleBundle.MANIFEST.replace("default: test-dtb", "default: gone")))) {
			assertEquals("DTB variant gone not found in the flasher bundle", refused(() -> bundle.bootFiles(DEFAULT)).what());
			assertEquals("DTB variant gone not found in the manifest", refused(() -> bundle.bootCommand(DEFAULT)).what());
		}
	}

	@Test
	void withoutDeviceTreesThereAreNoVariants() throws Exception {
		final String manifest = SampleBundle.MANIFEST.substring(0, SampleBundle.MANIFEST.indexOf("  dtb:")).replaceAll("(?s)  initram:.*", "");
		try (var bundle = SampleBundle.open(SampleBundle.write(folder.resolve("bundle"), manifest))) {
			assertEquals(1, bundle.bootFiles(DEFAULT).size());
			assertEquals(Optional.empty(), bundle.initram());
			assertEquals("booti 0x82000000 - 0x84000000", bundle.bootCommand(DEFAULT));
			assertEquals("DTB variant any not found in the flasher bundle", refused(() -> bundle.dtb(Optional.of("any"))).what());
		}
	}

	@Test
	void targetsArePathsOrAddressesOnABus() throws Exception {
		try (var bundle = SampleBundle.open(SampleBundle.write(folder.resolve("bundle"), SampleBundle.MANIFEST.replace("\"/sys/class/block#4f80000\"", "/dev/mmcblk0")))) {
			assertEquals(Optional.of("4fb0000"), bundle.target(DEFAULT).busAddress());
			assertEquals(new Device("/dev/mmcblk0"), bundle.target(Optional.of("emmc")));
			assertEquals(Optional.empty(), bundle.target(Optional.of("emmc")).busAddress());
			final BenchException refusal = refused(() -> bundle.target(Optional.of("nvme")));
			assertEquals("Target nvme not found in manifest", refusal.what());
			assertEquals(Optional.of("Targets of the bundle: usd, emmc"), refusal.next());
			assertEquals("No partition or default target specified", refused(() -> bundle.target(Optional.of(""))).what());
		}
	}

	@Test
	void aFileThatIsMissingOrEmptyOrAFolderIsNamedWithItsField() throws Exception {
		try (var bundle = sample()) {
			final Path kernel = folder.resolve("bundle/data/kernel");
			Files.write(kernel, new byte[0]);
			assertEquals("The file data/kernel of the flasher bundle is empty", refused(bundle::kernel).what());
			Files.delete(kernel);
			final BenchException failure = refused(bundle::kernel);
			assertEquals("The flasher bundle has no file data/kernel", failure.what());
			assertEquals(Optional.of(folder.resolve("bundle/manifest.yaml").toString()), failure.where());
			assertEquals(Optional.of("spec.kernel.file names it"), failure.why());
			Files.createDirectory(kernel);
			assertEquals("data/kernel of the flasher bundle is no file", refused(bundle::kernel).what());
			Files.delete(folder.resolve("bundle/data/dtbs/alternate.dtb"));
			assertEquals(Optional.of("spec.dtb.variants.alternate.file names it"), refused(() -> bundle.dtb(Optional.of("alternate"))).why());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = {"../secret", "/etc/passwd", "data/../../secret", "data//kernel", "a\\u0000b"})
	void noFileOutsideOfTheBundleIsServed(String name) throws Exception {
		Files.write(folder.resolve("secret"), new byte[1]);
		try (var bundle = SampleBundle.open(SampleBundle.write(folder.resolve("bundle"), SampleBundle.MANIFEST.replace("file: data/kernel", "file: \"" + name + "\"")))) {
			assertTrue(refused(bundle::kernel).what().endsWith("lies outside of the flasher bundle"));
		}
	}

	@Test
	void fetchingReadsEverythingAndIsCancelled() throws Exception {
		try (var bundle = sample()) {
			final var done = new AtomicLong();
			final var total = new AtomicLong();
			final var token = new CancelToken();
			final var progress = new Progress() {
				@Override
				public CancelToken token() {
					return token;
				}

				@Override
				public void total(long bytes) {
					total.set(bytes);
				}

				@Override
				public void advance(long bytes) {
					done.addAndGet(bytes);
				}
			};
			assertEquals(3, bundle.fetch(DEFAULT, progress).size());
			assertEquals(1024 + 2048 + 3072, done.get());
			assertEquals(done.get(), total.get());
			token.cancel();
			assertTrue(refused(() -> bundle.fetch(DEFAULT, progress)).isCancelled());
		}
	}
}
