package dev.benchtop.uboot.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Progress;
import dev.benchtop.core.bench.Bench;
import dev.benchtop.core.spi.CliContext;
import dev.benchtop.core.storage.Locations;
import picocli.CommandLine;

class BundleCommandTest {

	@TempDir
	private Path folder;

	@BeforeEach
	void write() throws Exception {
		SampleBundle.write(folder.resolve("bundle"));
	}

	/** What a command is given, and what it says. */
	private final class Context implements CliContext {

		private final ByteArrayOutputStream said = new ByteArrayOutputStream();
		private final ByteArrayOutputStream complained = new ByteArrayOutputStream();
		private final boolean json;
		private Object value;

		Context(boolean json) {
			this.json = json;
		}

		@Override
		public Bench bench() throws BenchException {
			throw BenchException.usage("no bench").build();
		}

		@Override
		public boolean json() {
			return json;
		}

		@Override
		public void json(Object result) {
			value = result;
		}

		@Override
		public PrintStream out() {
			return new PrintStream(said, true, StandardCharsets.UTF_8);
		}

		@Override
		public PrintStream err() {
			return new PrintStream(complained, true, StandardCharsets.UTF_8);
		}

		@Override
		public InputStream in() {
			return new ByteArrayInputStream(new byte[0]);
		}

		@Override
		public boolean interactive() {
			return false;
		}

		@Override
		public Path workingFolder() {
			return folder;
		}

		@Override
		public CancelToken token() {
			return CancelToken.none();
		}

		@Override
		public Progress progress() {
			return Progress.none();
		}

		List<String> lines() {
			return said.toString(StandardCharsets.UTF_8).lines().toList();
		}
	}

	private static int run(Context context, String... arguments) throws BenchException {
		final var command = new BundleCommand(new FlasherBundles(new Locations(List.of())));
		new CommandLine(command).parseArgs(arguments);
		return command.run(context);
	}

	private Map<?, ?> json(int code, String... arguments) throws BenchException {
		final var context = new Context(true);
		assertEquals(code, run(context, arguments));
		assertEquals(List.of(), context.lines());
		return assertInstanceOf(Map.class, context.value);
	}

	@Test
	void theManifestIsShownWithoutThePassword() throws Exception {
		final var context = new Context(false);
		assertEquals(0, run(context, "show", "./bundle"));
		assertEquals(List.of("test-bundle, for boards of The Jumpstarter Authors",
				"https://jumpstarter.dev",
				"Targets",
				"  usd   /sys/class/block#4fb0000 (default)",
				"  emmc  /sys/class/block#4f80000",
				"Variants",
				"  test-dtb   data/dtbs/test-dtb.dtb (default)",
				"  alternate  data/dtbs/alternate.dtb",
				"  othercmd   bootm",
				"U-Boot loads",
				"  kernel        data/kernel at 0x82000000",
				"  initramfs     data/initramfs at 0x83000000",
				"  device tree   that of the variant at 0x84000000",
				"  boot command  booti 0x82000000 - 0x84000000",
				"  login         root",
				"Before a target is written",
				"  dd if=/dev/zero of=/dev/mmcblk0 bs=512 count=34",
				"  dd if=/dev/zero of=/dev/mmcblk1 bs=512 count=34"), context.lines());
		final var json = json(0, "show", "./bundle");
		assertEquals("usd", json.get("defaultTarget"));
		assertEquals(Map.of("file", "data/kernel", "address", "0x82000000"), json.get("kernel"));
		assertFalse(json.toString().contains("password"), json.toString());
	}

	@Test
	void fetchingCountsAllVariants() throws Exception {
		final var json = json(0, "fetch", "./bundle");
		assertEquals(4, ((List<?>) json.get("files")).size());
		assertEquals(1024L + 2048 + 3072 + 4096, json.get("bytes"));
		final var context = new Context(false);
		assertEquals(0, run(context, "fetch", "./bundle"));
		assertEquals(List.of("test-bundle is at hand: 4 files, 10.0 KiB"), context.lines());
	}

	@Test
	void aGoodBundleIsVerifiedWithSums() throws Exception {
		final var context = new Context(false);
		assertEquals(0, run(context, "verify", "./bundle"));
		assertTrue(context.lines().getFirst().matches("5f70bf18a0860070[0-9a-f]{48}  data/kernel"), context.lines().toString());
		assertEquals("test-bundle is good", context.lines().getLast());
		final var json = json(0, "verify", "./bundle");
		assertEquals(true, json.get("good"));
		assertEquals(List.of(), json.get("findings"));
	}

	@Test
	void allThatIsWrongIsFound() throws Exception {
		Files.delete(folder.resolve("bundle/data/dtbs/alternate.dtb"));
		Files.writeString(folder.resolve("bundle/manifest.yaml"), SampleBundle.MANIFEST.replace("default_target: \"usd\"", "default_target: sd").replace("default: test-dtb", "default: x"));
		final var context = new Context(false);
		assertEquals(1, run(context, "verify", "./bundle"));
		final String said = context.complained.toString(StandardCharsets.UTF_8);
		assertTrue(said.contains("no file data/dtbs/alternate.dtb") && said.contains("Target sd not found in manifest") && said.contains("DTB variant x not found"), said);
		assertEquals("test-bundle cannot be flashed with: 3 findings", context.lines().getLast());
		assertEquals(3, ((List<?>) json(1, "verify", "./bundle").get("findings")).size());
	}

	@Test
	void onlyAPlaceOnABenchNeedsOne() {
		assertEquals("no bench", assertThrows(BenchException.class, () -> run(new Context(false), "show", "images:bundle")).what());
		assertTrue(assertThrows(BenchException.class, () -> run(new Context(false), "show", "desk.example/bundle:v1")).what().contains("oci"));
		assertTrue(assertThrows(BenchException.class, () -> run(new Context(false), "show", "ti-j784s4")).what().contains("oci"));
	}
}
