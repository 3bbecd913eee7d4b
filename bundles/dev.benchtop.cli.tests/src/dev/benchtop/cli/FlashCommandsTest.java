package dev.benchtop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;

@Timeout(120)
class FlashCommandsTest {

	@TempDir
	Path home;

	private Desk desk;
	private Path image;

	@BeforeEach
	void open() throws IOException, BenchException {
		desk = new Desk(home);
		image = desk.file("images/a.img", "an image");
	}

	@Test
	void targetsAreListed() {
		assertEquals("fake/machine.flasher:root  64.0 KiB  empty\n", desk.run("targets", "fake").out());
		final var target = desk.run("targets", "fake", "--json").json().getAsJsonArray().get(0).getAsJsonObject();
		assertEquals("root", target.get("name").getAsString());
		assertEquals(65536, target.get("capacity").getAsLong());
		assertEquals("machine.flasher", target.get("flasher").getAsString());
	}

	@Test
	void anImageIsFlashedWithPlanAndFinalSentence() {
		final var run = desk.run("flash", "fake", "images/a.img");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().startsWith("- Write images/a.img to root.\n"), run.out());
		assertTrue(run.out().endsWith("images/a.img is on fake:root and verified: 8 B in 1.5 s, SHA-256 " + FakeFlasher.sha256("an image".getBytes()) + "\n"), run.out());
		assertTrue(run.err().contains("Write"), run.err());
	}

	@Test
	void theReportIsJson() {
		final var run = desk.run("flash", "fake/machine:root", image.toString(), "--json");
		final var report = run.json().getAsJsonObject();
		assertEquals("VERIFIED", report.get("outcome").getAsString());
		assertEquals(8, report.get("bytes").getAsLong());
		assertEquals(1.5, report.get("seconds").getAsDouble());
		assertEquals("root", report.get("target").getAsString());
		assertEquals("{\"id\":\"write\",\"seconds\":1.2,\"bytes\":8}", report.getAsJsonArray("phases").get(0).toString());
		assertFalse(report.has("error"));
		assertEquals("", run.err());
	}

	@Test
	void aTargetIsNamedWithItsImage() {
		final var run = desk.run("flash", "fake", "-t", "root=images/a.img");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().endsWith("images/a.img is on fake:root and verified: 8 B in 1.5 s, SHA-256 " + FakeFlasher.sha256("an image".getBytes()) + "\n"), run.out());
	}

	@Test
	void severalTargetsAreFlashedUntilOneFails() {
		desk.file("images/bad.img", "fail");
		desk.file("images/b.img", "another");
		final var all = desk.run("flash", "fake", "images/a.img", "-t", "root=images/b.img", "--json");
		assertEquals(0, all.code(), all.err());
		assertEquals(List.of("VERIFIED", "VERIFIED"), outcomes(all));
		assertTrue(desk.driver().flasher().wasFollowed());
		final var broken = desk.run("flash", "fake", "images/bad.img", "-t", "root=images/b.img", "--json");
		assertEquals(1, broken.code());
		assertEquals(List.of("INCOMPLETE"), outcomes(broken));
	}

	private static List<String> outcomes(Desk.Run run) {
		return run.json().getAsJsonArray().asList().stream().map(report -> report.getAsJsonObject().get("outcome").getAsString()).toList();
	}

	@Test
	void imagesAreNamedOnceForEachTarget() {
		assertTrue(desk.run("flash", "fake").err().contains("There is no image to flash"));
		assertTrue(desk.run("flash", "fake:root", "-t", "root=images/a.img").err().contains("There is no image to flash"));
		assertTrue(desk.run("flash", "fake:root", "images/a.img", "-t", "root=images/a.img").err().contains("There are two images for target root"));
		final var hash = desk.run("flash", "fake", "images/a.img", "-t", "root=images/a.img", "--sha256", FakeFlasher.sha256("an image".getBytes()));
		assertEquals(2, hash.code());
		assertTrue(hash.err().contains("--sha256 is for one image"), hash.err());
	}

	@Test
	void verifyingCanBeLeftOut() {
		assertEquals("WRITTEN", desk.run("flash", "fake", "images/a.img", "--no-verify", "--json").json().getAsJsonObject().get("outcome").getAsString());
	}

	@Test
	void aFailureEndsWithOneAndTheReason() {
		desk.file("images/bad.img", "fail");
		final var run = desk.run("flash", "fake", "images/bad.img");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("benchtop: root: The write failed: medium error"), run.err());
		assertTrue(run.out().contains("fake:root is incomplete"), run.out());
		final var json = desk.run("flash", "fake", "images/bad.img", "--json");
		assertEquals(1, json.code());
		assertEquals("INCOMPLETE", json.json().getAsJsonObject().get("outcome").getAsString());
		assertEquals("medium error", json.json().getAsJsonObject().getAsJsonObject("error").get("why").getAsString());
	}

	@Test
	void aRefusalLeavesAllUnchanged() {
		desk.file("images/no.img", "refuse");
		final var run = desk.run("flash", "fake", "images/no.img");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("The board is on\nPower it off."), run.err());
		assertEquals("UNCHANGED", desk.run("flash", "fake", "images/no.img", "--json").json().getAsJsonObject().get("outcome").getAsString());
	}

	@Test
	void whatIsMissingIsNamed() {
		final var run = desk.run("flash", "fake", "images/none.img");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("none.img"), run.err());
	}

	@Test
	void theSourceIsAskedOfTheResolversFirst() {
		final var run = desk.resolving((text, _) -> text.startsWith("store:") ? Optional.of(image) : Optional.empty()).run("flash", "fake", "store:a.img");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("store:a.img is on fake:root and verified"), run.out());
	}

	@Test
	void ctrlCEndsWith130() throws Exception {
		desk.file("images/slow.img", "wait");
		final var run = CompletableFuture.supplyAsync(() -> desk.run("flash", "fake", "images/slow.img"));
		desk.driver().flasher().awaitWaiting();
		desk.token().cancel();
		assertEquals(130, run.get().code());
		assertTrue(run.get().out().contains("fake:root is unchanged"), run.get().out());
	}

	@Test
	void aTargetIsDumped() throws IOException {
		desk.run("flash", "fake", "images/a.img");
		final var run = desk.run("dump", "fake", "back.img", "--json");
		assertEquals(0, run.code(), run.err());
		assertEquals("an image", Files.readString(desk.folder().resolve("back.img")));
		final var again = desk.run("dump", "fake:root", "back.img");
		assertEquals(2, again.code());
		assertTrue(again.err().contains("--force"), again.err());
		assertEquals(0, desk.run("dump", "fake:root", "back.img", "--force").code());
	}

	@Test
	void aDumpTakesABoardOver() throws Exception {
		desk.file("images/slow.img", "wait");
		final var flash = CompletableFuture.supplyAsync(() -> desk.run("flash", "fake", "images/slow.img"), Thread.ofPlatform().daemon()::start);
		desk.driver().flasher().awaitWaiting();
		final var refused = desk.run("dump", "fake", "back.img");
		assertEquals(1, refused.code());
		assertTrue(refused.err().contains("flash is in use here already"), refused.err());
		final var wrong = desk.run("dump", "fake:none", "back.img", "--take-over");
		assertEquals(2, wrong.code());
		assertFalse(flash.isDone());
		final var dump = desk.run("dump", "fake", "back.img", "--take-over");
		assertEquals(0, dump.code(), dump.err());
		assertEquals(130, flash.get().code());
		assertTrue(flash.get().out().contains("fake:root is unchanged"), flash.get().out());
	}

	@Test
	void theHistoryTellsWhatWasDone() {
		desk.run("flash", "fake", "images/a.img");
		desk.run("dump", "fake", "back.img");
		final var run = desk.run("history");
		assertEquals(0, run.code(), run.err());
		final var lines = run.out().lines().toList();
		assertTrue(lines.get(0).contains("fake:root  dump to ") && lines.get(1).matches(".*fake:root  flash images/a.img +verified"), run.out());
		final var entry = desk.run("history", "fake", "--json").json().getAsJsonArray().get(1).getAsJsonObject();
		assertEquals("VERIFIED", entry.get("outcome").getAsString());
		assertEquals("images/a.img", entry.get("image").getAsString());
	}
}
