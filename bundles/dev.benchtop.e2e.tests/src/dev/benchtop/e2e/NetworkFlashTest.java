package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.benchtop.testing.Needs;

/**
 * The whole network flash with the real U-Boot, kernel and busybox, by the command line of the product: in a network of its own, where port 69
 * is free for everybody.
 */
class NetworkFlashTest {

	private static final String BOARD = "virtual-arm64-uboot";
	private static final Duration BOOT = Duration.ofMinutes(3);
	private static final long SIZE = 128L << 20;

	@TempDir
	private Path temporary;

	private ProductProcess product;
	private Path bench;

	@BeforeEach
	void sampleBench() throws Exception {
		Needs.programs("qemu-system-aarch64", "qemu-img", "xz", "unshare", "sha256sum", "ip");
		product = new ProductProcess(temporary);
		bench = Samples.copyBench(temporary.resolve("bench"));
		Files.deleteIfExists(bench.resolve("images"));
		Files.createSymbolicLink(bench.resolve("images"), Samples.image("flasher-arm64").getParent());
		assertEquals(0, product.run(bench, "trust").code());
	}

	@AfterEach
	void off() throws Exception {
		product.run(bench, "power", BOARD, "off");
	}

	/** The sample's system with so much noise behind it that it has the size. */
	private Path image() throws Exception {
		final Path image = temporary.resolve("image.xz");
		Tools.run(List.of("bash", "-o", "pipefail", "-c",
				"{ xz -dc '" + Samples.image("benchtop-aarch64") + "'; head -c 32M /dev/urandom; } | xz -0 -T2 > '" + image + "'"));
		assertEquals(Tools.sha256("xz -dc '" + image + "'"), Tools.sha256("xz -dc '" + image + "' | head -c " + SIZE));
		return image;
	}

	/** Flashes where the only network is that of this flash. */
	private JsonObject flash(String address, Path image) throws Exception {
		final var command = new ArrayList<>(List.of("unshare", System.getProperty("user.name").equals("root") ? "-n" : "-rn", "sh", "-c",
				"ip link set lo up && exec \"$@\"", "sh"));
		command.addAll(product.command(bench, "flash", address, image.toString(), "--json"));
		final var ended = ProductProcess.end(product.start(command, bench));
		assertEquals(0, ended.code(), ended.err() + ended.out());
		return JsonParser.parseString(ended.out()).getAsJsonObject();
	}

	private void configure(String key, String value) throws Exception {
		final Path file = bench.resolve(BOARD + ".yaml");
		final String line = "    type: uboot-flasher\n    config:\n";
		final String text = Files.readString(file);
		assertTrue(text.contains(line), text);
		Files.writeString(file, text.replace(line, line + "      " + key + ": " + value + '\n'));
		assertEquals(0, product.run(bench, "trust").code());
	}

	/** What the first bytes of the board's disk are, read by a tool that knows nothing of us. */
	private String diskHash(long size) throws Exception {
		final Path overlay;
		try (Stream<Path> files = Files.walk(temporary.resolve("STATE"))) {
			overlay = files.filter(file -> file.toString().contains("/disks/root") && Files.isRegularFile(file) && file.toString().endsWith(".qcow2")).findFirst().orElseThrow();
		}
		final Path raw = temporary.resolve("disk.raw");
		Tools.run(List.of("qemu-img", "convert", "-O", "raw", overlay.toString(), raw.toString()));
		return Tools.sha256("head -c " + size + " '" + raw + "'");
	}

	private String console() throws Exception {
		try (Stream<Path> files = Files.walk(temporary.resolve("STATE"))) {
			final var text = new StringBuilder();
			for (final Path log : files.filter(file -> file.getFileName().toString().endsWith(".log") && file.toString().contains("console")).toList()) {
				text.append(Files.readString(log, StandardCharsets.ISO_8859_1));
			}
			return text.toString();
		}
	}

	@Test
	void aBoardIsFlashedThroughItsUbootAndBootsWhatWasFlashed() throws Exception {
		final Path image = image();
		final JsonObject report = flash(BOARD, image);
		assertEquals("VERIFIED", report.get("outcome").getAsString());
		assertEquals(SIZE, report.get("bytes").getAsLong());
		final String expected = Tools.sha256("xz -dc '" + image + "'");
		assertEquals(expected, report.get("sha256").getAsString());
		assertEquals(expected, diskHash(SIZE));
		System.getLogger(getClass().getName()).log(System.Logger.Level.INFO, report::toString);

		final String dialogue = console();
		for (final String said : List.of("Bytes transferred", "virt.dtb", "flasher login:")) {
			assertTrue(dialogue.contains(said), () -> "no " + said + " in " + dialogue);
		}
		final var on = product.run(bench, "power", BOARD, "on");
		assertEquals(0, on.code(), on.err());
		Waits.until("the login of what was flashed", BOOT, () -> console().contains("benchtop-arm64 login:"));
	}

	@Test
	void staticAddressesAnotherVariantAndATargetByItsPlaceOnTheBus() throws Exception {
		configure("network", "{mode: static, address: 10.0.2.15, gateway: 10.0.2.2}");
		configure("variant", "own");
		final Path image = Samples.image("benchtop-aarch64");
		final JsonObject report = flash(BOARD + ":first-slot", image);
		assertEquals("VERIFIED", report.get("outcome").getAsString());
		final String expected = Tools.sha256("xz -dc '" + image + "'");
		assertEquals(expected, report.get("sha256").getAsString());
		assertEquals(expected, diskHash(report.get("bytes").getAsLong()));
		final String dialogue = console();
		assertTrue(!dialogue.contains("virt.dtb") && !dialogue.contains("=> dhcp"), dialogue);
	}
}
