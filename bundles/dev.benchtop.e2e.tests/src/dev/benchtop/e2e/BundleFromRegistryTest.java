package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.uboot.bundle.FlasherBundle;
import dev.benchtop.uboot.bundle.FlasherBundles;

/** A flasher bundle comes out of a registry through the product's own storages: with a token, verified, and again without the registry. */
class BundleFromRegistryTest {

	private static final String MANIFEST = """
			apiVersion: jumpstarter.dev/v1alpha1
			kind: FlashBundleManifest
			metadata: {name: desk}
			spec:
			  manufacturer: Desk
			  link: null
			  bootcmd: booti 0x82000000 - 0x84000000
			  default_target: emmc
			  targets: {emmc: /dev/mmcblk0}
			  kernel: {file: data/kernel, address: "0x82000000"}
			  dtb:
			    default: board
			    address: "0x84000000"
			    variants: {board: {file: data/dtbs/board.dtb}}
			""";

	@TempDir
	private Path folder;

	private final byte[] kernel = new byte[200_000];
	private final byte[] tree = new byte[3000];
	private BundleRegistry registry;

	@BeforeEach
	void start() throws Exception {
		final var random = new Random();
		random.nextBytes(kernel); // of each test's own, as what was fetched once is never asked for again
		random.nextBytes(tree);
		registry = new BundleRegistry();
	}

	@AfterEach
	void stop() {
		registry.close();
	}

	private Map<String, byte[]> files() {
		final var files = new LinkedHashMap<String, byte[]>();
		files.put("manifest.yaml", MANIFEST.getBytes(StandardCharsets.UTF_8));
		files.put("./data/kernel", kernel);
		files.put("data/dtbs/board.dtb", tree);
		return files;
	}

	private FlasherBundle open(String reference) throws BenchException {
		return Window.service(FlasherBundles.class).open(reference, FlasherBundles.MANIFEST, Optional.empty(), folder, CancelToken.none());
	}

	private static BenchException refused(Executable call) {
		return assertThrows(BenchException.class, call);
	}

	private void assertGood(String reference) throws Exception {
		try (var bundle = open(reference)) {
			assertEquals("desk", bundle.manifest().name());
			assertEquals(2, bundle.fetch(Optional.empty(), Progress.none()).size());
			assertArrayEquals(kernel, Files.readAllBytes(bundle.kernel().path()));
			assertArrayEquals(tree, Files.readAllBytes(bundle.dtb(Optional.of("board")).orElseThrow().path()));
		}
	}

	@Test
	void aBundleIsFetchedWithATokenThroughAnIndexAndKept() throws Exception {
		final String digest = registry.push("v1", files());
		registry.index("multi", digest);
		assertGood(registry.reference("v1"));
		assertTrue(registry.tokens() > 0);
		assertGood("oci://" + registry.reference("multi"));
		final String pinned = registry.reference("v1") + '@' + digest;
		registry.close();
		assertGood(registry.reference("v1"));
		assertGood(pinned);
	}

	@Test
	void whatIsDamagedOrCutIsNeverUsed() throws Exception {
		registry.push("v1", files());
		for (final byte[] wrong : new byte[][] {flipped(), Arrays.copyOf(kernel, 150_000), Arrays.copyOf(kernel, kernel.length + 1)}) {
			registry.spoil(kernel, wrong);
			try (var bundle = open(registry.reference("v1"))) {
				final BenchException failure = refused(() -> bundle.fetch(Optional.empty(), Progress.none()));
				assertFalse(failure.isCancelled());
				assertTrue(failure.getMessage().contains("data/kernel"), failure.getMessage());
			}
		}
		registry.spoil(kernel, kernel);
		assertGood(registry.reference("v1"));
	}

	private byte[] flipped() {
		final byte[] wrong = kernel.clone();
		wrong[100_000] ^= 1;
		return wrong;
	}

	@Test
	void aTitleThatLeadsOutSpoilsAllOfIt() throws Exception {
		final Map<String, byte[]> files = new TreeMap<>(files());
		files.put("../../escaped", new byte[] {1});
		registry.push("v1", files);
		final BenchException failure = refused(() -> open(registry.reference("v1")));
		assertTrue(failure.getMessage().contains("../../escaped"), failure.getMessage());
	}

	@Test
	void whatIsNotThereIsSaid() throws Exception {
		registry.push("v1", Map.of("kernel", kernel, "other", tree));
		assertEquals("The flasher bundle has no manifest manifest.yaml", refused(() -> open(registry.reference("v1"))).what());
		assertTrue(refused(() -> open(registry.reference("v2"))).getMessage().contains("404"));
	}
}
