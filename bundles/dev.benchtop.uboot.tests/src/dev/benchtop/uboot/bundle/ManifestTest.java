package dev.benchtop.uboot.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.Secret;

class ManifestTest {

	@TempDir
	private Path folder;

	private Manifest read(String text) throws Exception {
		try (var bundle = SampleBundle.open(SampleBundle.write(folder.resolve("bundle"), text))) {
			return bundle.manifest();
		}
	}

	private BenchException refused(String text) {
		return assertThrows(BenchException.class, () -> read(text));
	}

	@Test
	void everyFieldOfTheSampleIsRead() throws Exception {
		final Manifest manifest = read(SampleBundle.MANIFEST);
		assertEquals(Manifest.ApiVersion.V1ALPHA1, manifest.apiVersion());
		assertEquals("jumpstarter.dev/v1alpha1", manifest.apiVersion().toString());
		assertEquals("FlashBundleManifest", manifest.kind().toString());
		assertEquals("test-bundle", manifest.name());
		final var spec = manifest.spec();
		assertEquals("The Jumpstarter Authors", spec.manufacturer());
		assertEquals("https://jumpstarter.dev", spec.link());
		assertEquals("booti 0x82000000 - 0x84000000", spec.bootcmd());
		assertEquals(Manifest.ShellType.BUSYBOX, spec.shelltype());
		assertEquals(new Manifest.Login("login:", "#", "root", new Secret("password")), spec.login());
		assertEquals("usd", spec.defaultTarget());
		assertEquals(Map.of("usd", "/sys/class/block#4fb0000", "emmc", "/sys/class/block#4f80000"), spec.targets());
		assertEquals(List.of("usd", "emmc"), manifest.targets());
		assertEquals(new Manifest.Load("data/kernel", "0x82000000"), spec.kernel());
		assertEquals(new Manifest.Load("data/initramfs", "0x83000000"), spec.initram());
		assertEquals("test-dtb", spec.dtb().standard());
		assertEquals("0x84000000", spec.dtb().address());
		assertEquals(List.of("test-dtb", "alternate", "othercmd"), manifest.variants());
		assertEquals(new Manifest.Variant("", "bootm"), spec.dtb().variants().get("othercmd"));
		assertEquals(List.of("dd if=/dev/zero of=/dev/mmcblk0 bs=512 count=34", "dd if=/dev/zero of=/dev/mmcblk1 bs=512 count=34"), spec.preflashCommands());
		assertFalse(manifest.toString().contains("\"password\"") || manifest.toString().contains("=password"), manifest.toString());
	}

	@Test
	void whatIsOptionalHasItsDefault() throws Exception {
		final Manifest manifest = read("""
				metadata: {name: small}
				spec:
				  manufacturer: Nobody
				  link:
				  bootcmd: bootm 0x58000000
				  default_target: emmc
				  targets: {emmc: /dev/mmcblk0}
				  kernel: {file: data/kernel, address: '0x58000000'}
				""");
		assertEquals(Manifest.ApiVersion.V1ALPHA1, manifest.apiVersion());
		assertEquals(new Manifest.Login("login:", "#", "", null), manifest.spec().login());
		assertEquals("", manifest.spec().link());
		assertNull(manifest.spec().initram());
		assertNull(manifest.spec().dtb());
		assertEquals(List.of(), manifest.variants());
		assertEquals(List.of(), manifest.spec().preflashCommands());
	}

	@Test
	void aTextIsTakenAsItStands() throws Exception {
		final Manifest manifest = read(SampleBundle.MANIFEST.replace("\"0x82000000\"", "0x82000000").replace("\"#\"", "'a$1 \\ \"#'")
				.replace("password: \"password\"", "password: 0123"));
		assertEquals("0x82000000", manifest.spec().kernel().address());
		assertEquals("a$1 \\ \"#", manifest.spec().login().prompt());
		assertEquals("0123", manifest.spec().login().password().reveal());
	}

	@Test
	void keysOfOthersArePassedOver() throws Exception {
		assertEquals("test-bundle", read("later: 1\n" + SampleBundle.MANIFEST.replace("spec:\n", "spec:\n  arch: [a, b]\n")).name());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"file: data/kernel|fle: data/kernel|24|spec.kernel.file: The key \"file\" is missing; expected a text",
			"address: \"0x84000000\"|addr: \"0x84000000\"|30|spec.dtb.address: The key \"address\" is missing; expected a text",
			"manufacturer: The Jumpstarter Authors|maker: me|6|spec.manufacturer: The key \"manufacturer\" is missing; expected a text",
			"login_prompt: \"login:\"|login_promt: x|11|spec.login.login_prompt: The key \"login_prompt\" is missing; expected a text",
			"default_target: \"usd\"|default_target: [usd]|16|spec.default_target: Expected a text, found a list",
			"shelltype: \"busybox\"|shelltype: bash|9|spec.shelltype: Expected one of busybox; found \"bash\"",
			"kind: FlashBundleManifest|kind: ExporterConfig|2|kind: Expected one of FlashBundleManifest; found \"ExporterConfig\"",
			"jumpstarter.dev/v1alpha1|jumpstarter.dev/v2|1|apiVersion: Expected one of jumpstarter.dev/v1alpha1; found \"jumpstarter.dev/v2\"",
			"name: test-bundle|label: x|4|metadata.name: The key \"name\" is missing; expected a text",
			"kind: FlashBundleManifest|kind: [|4|expected ',' or ']'"})
	void whatIsWrongIsNamedWithFileLineAndField(String good, String bad, int line, String words) {
		final BenchException failure = refused(SampleBundle.MANIFEST.replace(good, bad));
		assertEquals("The manifest of the flasher bundle is wrong", failure.what());
		assertEquals(folder.resolve("bundle/manifest.yaml") + ":" + line, failure.where().orElseThrow(), failure.getMessage());
		assertTrue(failure.why().orElseThrow().contains(words), failure.getMessage());
	}

	@Test
	void allThatIsWrongIsSaidAtOnce() {
		final String why = refused(SampleBundle.MANIFEST.replace("file: data/kernel", "").replace("name: test-bundle", "label: x")).why().orElseThrow();
		assertTrue(why.contains("metadata.name") && why.contains("spec.kernel.file"), why);
		assertTrue(refused("").why().orElseThrow().contains("spec"));
		assertTrue(refused("- a\n").why().orElseThrow().contains("Expected a map, found a list"));
	}

	@Test
	void whatIsNoTextOrTooLargeIsRefused() throws Exception {
		SampleBundle.write(folder.resolve("bundle"));
		final Path file = folder.resolve("bundle/manifest.yaml");
		Files.write(file, "name: Stra\u00dfe".getBytes(StandardCharsets.ISO_8859_1));
		assertEquals(Optional.of("it is not UTF-8 text"), assertThrows(BenchException.class, () -> SampleBundle.open(folder.resolve("bundle"))).why());
		Files.write(file, new byte[(1 << 20) + 1]);
		assertTrue(assertThrows(BenchException.class, () -> SampleBundle.open(folder.resolve("bundle"))).getMessage().contains("larger than 1"));
	}
}
