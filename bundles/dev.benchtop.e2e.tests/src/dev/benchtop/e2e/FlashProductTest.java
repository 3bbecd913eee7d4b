package dev.benchtop.e2e;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;

import dev.benchtop.testing.Needs;

/** Flash and dump as users of the command line know them: what is flashed is read back, and what goes wrong leaves what was there. */
class FlashProductTest {

	private static final Duration LIMIT = Duration.ofSeconds(60);
	private static final String BOARD = "desk";

	@TempDir
	private Path home;

	private ProductProcess product;
	private Path bench;

	@BeforeEach
	void boardWithADisk() throws Exception {
		Needs.programs("qemu-system-x86_64", "qemu-img", "xz", "sha256sum");
		product = new ProductProcess(home);
		bench = Samples.desk(home.resolve("bench"));
		assertEquals(0, product.run(bench, "trust").code());
	}

	@Test
	void whatIsFlashedIsDumped() throws Exception {
		final Path image = Samples.image("benchtop-x86_64");
		final String sha256 = Tools.sha256("xz -dc '" + image + "'");
		final var flash = product.run(bench, "flash", BOARD, image.toString(), "--json");
		assertEquals(0, flash.code(), flash.err());
		final JsonObject report = json(flash);
		assertEquals("VERIFIED", report.get("outcome").getAsString());
		assertEquals(sha256, report.get("sha256").getAsString());
		assertEquals("root", report.get("target").getAsString());
		assertDumped(sha256);
	}

	@Test
	void whatIsBrokenIsRefusedAndLeavesWhatWasThere() throws Exception {
		final String before = flashSmall();
		final byte[] good = Files.readAllBytes(small("other", 3));
		assertRefused(Arrays.copyOf(good, good.length - 1), "cut", before);
		final byte[] flipped = good.clone();
		flipped[flipped.length / 2] ^= 1;
		assertRefused(flipped, "flipped", before);
		final byte[] longer = Arrays.copyOf(good, good.length + 512);
		Arrays.fill(longer, good.length, longer.length, (byte) 'x');
		assertRefused(longer, "trailing", before);
	}

	private void assertRefused(byte[] broken, String name, String before) throws Exception {
		final Path image = Files.write(home.resolve(name + ".img.xz"), broken);
		final var flash = product.run(bench, "flash", BOARD, image.toString(), "--json");
		assertEquals(1, flash.code(), name);
		assertAll(name, () -> assertEquals("UNCHANGED", json(flash).get("outcome").getAsString()),
				() -> assertTrue(json(flash).get("error").toString().matches("(?s).*\\d{3,}.*"), () -> "no offset in " + flash.out()),
				() -> assertTrue(flash.err().startsWith("benchtop: "), flash.err()));
		assertDumped(before);
	}

	@Test
	void cancelledInTheMiddleItEndsAtOnceAndLeavesWhatWasThere() throws Exception {
		final String before = flashSmall();
		try (var image = new HeldImage()) {
			final var flash = product.start(product.command(bench, "flash", BOARD, image.url()), bench);
			assertTrue(image.awaitHalf(LIMIT.toSeconds()));
			final var time = new FreeTime();
			new ProcessBuilder("kill", "-INT", Long.toString(flash.pid())).start().waitFor();
			assertTrue(flash.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS));
			final long millis = time.millis();
			assertEquals(130, flash.exitValue());
			assertTrue(millis < 2000, millis + " ms");
		}
		final var last = history().getFirst();
		assertEquals("UNCHANGED", last.get("outcome").getAsString());
		assertFalse(last.get("interrupted").getAsBoolean());
		assertDumped(before);
	}

	@Test
	void killedAtAnyPointItLeavesWhatWasThereAndTheNextStartKnows() throws Exception {
		final String before = flashSmall();
		final var phases = StreamSupport.stream(json(flash(small("other", 3))).getAsJsonArray("phases").spliterator(), false)
				.map(phase -> phase.getAsJsonObject().get("id").getAsString()).toList();
		assertTrue(phases.size() >= 2, phases.toString());
		flashSmall();
		int killed = 0;
		for (final String phase : phases) {
			final var command = product.command(bench, "flash", BOARD, small("other", 3).toString());
			command.add(1, "-Dbenchtop.crash=" + phase);
			assertEquals(137, ProductProcess.end(product.start(command, bench)).code(), phase);
			killed++;
			assertInterrupted(killed);
			assertDumped(before);
		}
		killForGood();
		assertInterrupted(killed + 1);
		assertDumped(before);
		assertEquals(0, flash(small("other", 3)).code());
	}

	/** As the system does it, in the middle. */
	private void killForGood() throws Exception {
		try (var image = new HeldImage()) {
			final var flash = product.start(product.command(bench, "flash", BOARD, image.url()), bench);
			assertTrue(image.awaitHalf(LIMIT.toSeconds()));
			flash.destroyForcibly();
			assertEquals(137, flash.waitFor());
		}
	}

	private void assertInterrupted(int number) throws Exception {
		final var interrupted = history().stream().filter(entry -> entry.get("interrupted").getAsBoolean()).toList();
		assertEquals(number, interrupted.size());
		assertTrue(interrupted.stream().allMatch(entry -> entry.get("outcome").getAsString().equals("UNCHANGED")), interrupted::toString);
	}

	/** What is on record, newest first. */
	private List<JsonObject> history() throws Exception {
		final var history = JsonParser.parseString(product.run(bench, "history", BOARD, "--json").out()).getAsJsonArray();
		return StreamSupport.stream(history.spliterator(), false).map(entry -> entry.getAsJsonObject()).toList();
	}

	/** Flashes a small image; returns the SHA-256 of its content. */
	private String flashSmall() throws Exception {
		final Path image = small("small", 1);
		assertEquals(0, flash(image).code());
		return Tools.sha256("xz -dc '" + image + "'");
	}

	private ProductProcess.Ended flash(Path image) throws IOException, InterruptedException {
		return product.run(bench, "flash", BOARD, image.toString(), "--json");
	}

	private Path small(String name, int mebibytes) throws Exception {
		final Path image = home.resolve(name + ".img.xz");
		return Files.exists(image) ? image : Samples.random(image, mebibytes);
	}

	private void assertDumped(String sha256) throws Exception {
		final Path file = home.resolve("dumped.img");
		Files.deleteIfExists(file);
		final var dump = product.run(bench, "dump", BOARD, file.toString());
		assertEquals(0, dump.code(), dump.err());
		assertEquals(sha256, Tools.sha256("cat '" + file + "'"));
	}

	private static JsonObject json(ProductProcess.Ended ended) {
		return JsonParser.parseString(ended.out()).getAsJsonObject();
	}
}
