package dev.benchtop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.SecretStore;

class BenchCommandsTest {

	@TempDir
	Path home;

	private Desk desk;

	@BeforeEach
	void open() throws IOException, BenchException {
		desk = new Desk(home);
	}

	@Test
	void boardsAreListed() {
		assertEquals("fake  off  A board in memory\n", desk.run("boards").out());
		desk.run("power", "fake", "on");
		assertEquals("fake  on  A board in memory\n", desk.run("boards").out());
	}

	@Test
	void boardsAreListedAsJson() {
		final var board = desk.run("boards", "--json").json().getAsJsonArray().get(0).getAsJsonObject();
		assertEquals("fake", board.get("name").getAsString());
		assertEquals("off", board.get("state").getAsString());
		assertEquals("A board in memory", board.get("description").getAsString());
		assertTrue(board.get("error").isJsonNull());
		final var nodes = board.getAsJsonArray("nodes");
		assertEquals("machine", nodes.get(0).getAsJsonObject().get("path").getAsString());
		assertEquals("[\"Power\"]", nodes.get(1).getAsJsonObject().get("capabilities").toString());
	}

	@Test
	void aBrokenBoardIsListedWithItsErrorAndTheOthersToo() {
		desk.file("broken.yaml", "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: broken}\nexport:\n  machine: {type: fake, config: {lamps: many}}\n");
		final var run = desk.run("boards");
		assertEquals(0, run.code());
		assertTrue(run.out().lines().anyMatch(line -> line.startsWith("broken  error  ") && line.contains("broken.yaml:5")), run.out());
		assertTrue(run.out().contains("fake    off    A board in memory"), run.out());
	}

	@Test
	void checkNamesFileAndLineAndEndsWithTwo() {
		assertEquals(0, desk.run("check").code());
		desk.file("broken.yaml", "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: broken}\nexport:\n  machine: {type: fake, config: {lamps: many}}\n");
		final var run = desk.run("check");
		assertEquals(2, run.code());
		assertTrue(run.out().startsWith("broken.yaml:5: export.machine.config.lamps: "), run.out());
		final var json = desk.run("check", "--json");
		assertEquals(2, json.code());
		assertEquals(5, json.json().getAsJsonObject().getAsJsonArray("findings").get(0).getAsJsonObject().get("line").getAsInt());
	}

	@Test
	void nothingIsRunBeforeTheBenchIsTrusted() throws IOException {
		final Path other = Files.createDirectories(home.resolve("other")).toRealPath();
		Files.copy(desk.folder().resolve("fake.yaml"), other.resolve("fake.yaml"));
		desk.in(other);
		final var refused = desk.run("power", "fake", "on");
		assertEquals(2, refused.code());
		assertTrue(refused.err().contains("fake (fake)") && refused.err().contains("benchtop trust " + other), refused.err());
		assertEquals("fake    A board in memory\n", desk.run("boards").out());
		assertEquals(0, desk.run("check").code());

		assertEquals(0, desk.run("trust", other.toString()).code());
		assertEquals(0, desk.run("power", "fake", "on").code());
	}

	@Test
	void trustIsAnOptionToo() throws IOException {
		final Path other = Files.createDirectories(home.resolve("other"));
		Files.copy(desk.folder().resolve("fake.yaml"), other.resolve("fake.yaml"));
		assertEquals(0, desk.in(other).run("power", "fake", "on", "--trust").code());
		assertEquals(0, desk.run("power", "fake", "off").code());
	}

	@Test
	void powerIsSwitched() {
		assertEquals("on\n", desk.run("power", "fake", "on").out());
		assertEquals("on\n5.1 V, 0.5 A, 2.55 W\n", desk.run("power", "fake", "state").out());
		assertEquals("on\n", desk.run("power", "fake", "cycle", "--wait", "10ms").out());
		final var json = desk.run("power", "fake/machine", "off", "--json").json().getAsJsonObject();
		assertEquals("off", json.get("state").getAsString());
		assertEquals("machine.power", json.get("node").getAsString());
	}

	@Test
	void severalBoardsAreSwitchedAtOnceWithAResultOfEach() {
		desk.file("other.yaml", "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: other}\nexport:\n  machine: {type: fake}\n");
		desk.file("third.yaml", "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: third}\nexport:\n  machine: {type: fake, config: {broken: no hands}}\n");
		assertEquals("fake   on\nother  on\n", desk.run("power", "fake", "other", "on").out());
		final var mixed = desk.run("power", "fake", "third", "other", "cycle", "-w", "1ms");
		assertEquals(1, mixed.code());
		assertEquals("fake   on\nthird  failed\nother  on\n", mixed.out());
		assertTrue(mixed.err().contains("no hands"), mixed.err());
		final var json = desk.run("power", "third", "other", "state", "--json").json().getAsJsonArray();
		assertTrue(json.get(0).getAsJsonObject().getAsJsonObject("error").get("why").getAsString().contains("no hands"));
		assertEquals("on", json.get(1).getAsJsonObject().get("state").getAsString());
	}

	@Test
	void metersAreRead() {
		assertEquals("5.1 V, 0.5 A, 2.55 W\n", desk.run("power", "fake", "read").out());
		assertEquals("5.1 V, 0.5 A, 2.55 W\n".repeat(3), desk.run("power", "fake", "read", "-n", "3", "-i", "1ms").out());
		assertEquals(5.1, desk.run("power", "fake", "read", "--json").json().getAsJsonObject().getAsJsonObject("readings").get("volts").getAsDouble());
		assertEquals(2, desk.run("power", "fake", "read", "-n", "2", "-i", "1ms", "--json").json().getAsJsonArray().size());
	}

	@Test
	void metersOfSeveralBoardsAreAllRead() {
		desk.file("other.yaml", "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: other}\nexport:\n  machine: {type: fake}\n");
		desk.file("third.yaml", "apiVersion: benchtop.dev/v1\nkind: Board\nmetadata: {name: third}\nexport:\n  machine: {type: fake, config: {broken: no hands}}\n");
		final var run = desk.run("power", "third", "fake", "other", "read");
		assertEquals(1, run.code());
		assertEquals("fake  5.1 V, 0.5 A, 2.55 W\nother  5.1 V, 0.5 A, 2.55 W\n", run.out());
		assertTrue(run.err().contains("third") && run.err().contains("no hands"), run.err());
		final var json = desk.run("power", "third", "fake", "read", "-n", "2", "-i", "1ms", "--json").json().getAsJsonArray();
		assertEquals(4, json.size());
		assertTrue(json.get(2).getAsJsonObject().getAsJsonObject("error").get("why").getAsString().contains("no hands"));
		assertEquals(5.1, json.get(3).getAsJsonObject().getAsJsonObject("readings").get("volts").getAsDouble());
		assertEquals(0, desk.run("power", "fake", "other", "read").code());
	}

	@Test
	void verbsAreListedWithWhyNot() {
		final var run = desk.run("do", "fake");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("fake/machine        erase blocks=8  Erase"), run.out());
		assertTrue(run.out().lines().anyMatch(line -> line.startsWith("fake/machine.power  off") && line.contains("(not now: ")), run.out());
		assertEquals("erase", desk.run("do", "fake/machine", "--json").json().getAsJsonArray().get(0).getAsJsonObject().get("verb").getAsString());
	}

	@Test
	void verbsAreDoneWithTheirValues() {
		assertEquals(0, desk.run("do", "fake/machine", "erase", "blocks=3", "--yes").code());
		assertEquals("blocks 3", desk.driver().erased());
		assertEquals(0, desk.run("do", "fake", "erase", "--yes").code());
		assertEquals("blocks 8", desk.driver().erased());
	}

	@Test
	void whatLosesDataWantsAYes() {
		final var run = desk.run("do", "fake/machine", "erase");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("--yes"), run.err());
		assertEquals("", desk.driver().erased());
	}

	@Test
	void verbsThatAreNotPossibleSayWhy() {
		final var run = desk.run("do", "fake/machine/power", "off");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("off already"), run.err());
	}

	@Test
	void wrongVerbsAndValuesAreToldWithWhatThereIs() {
		assertTrue(desk.run("do", "fake/machine", "jump").err().contains("fake/machine erase"));
		assertTrue(desk.run("do", "fake/machine", "erase", "colour=red", "--yes").err().contains("blocks"));
		assertTrue(desk.run("do", "fake/machine", "erase", "blocks=some", "--yes").err().contains("\"some\""));
		assertTrue(desk.run("do", "fake/engine").err().contains("machine.power"));
		assertEquals(2, desk.run("do", "fake/engine").code());
	}

	@Test
	void driversAreListedAndDescribed() {
		assertTrue(desk.run("drivers").out().startsWith("fake"));
		final var run = desk.run("drivers", "example.Fake");
		assertEquals(0, run.code());
		assertTrue(run.out().contains("Also known as example.Fake"), run.out());
		assertTrue(run.out().lines().anyMatch(line -> line.matches("lamps +integer +2 .*")), run.out());
		final var json = desk.run("drivers", "fake", "--json").json().getAsJsonObject();
		assertEquals("[\"low\",\"high\"]", json.getAsJsonArray("keys").get(1).getAsJsonObject().get("proposals").toString());
		assertEquals(2, desk.run("drivers", "none").code());
	}

	@Test
	void secretsComeFromStandardInputAndAreShownWhereThatIsAskedForAlone() {
		assumeTrue(FrameworkUtil.getBundle(SecretStore.class) != null, "secure storage is there in OSGi alone");
		final var set = desk.typing("s3cret\n").run("secret", "set", "token");
		assertEquals(0, set.code(), set.err());
		assertEquals("token\n", desk.run("secret", "list").out());
		assertEquals("[\"token\"]", desk.run("secret", "list", "--json").json().toString());
		assertEquals("s3cret\n", desk.run("secret", "show", "token").out());
		assertEquals(1, desk.run("secret", "show", "none").code());
		assertEquals(2, desk.typing("").run("secret", "set", "empty").code());
		assertEquals(2, desk.run("secret", "set").code());
		assertEquals(0, desk.run("secret", "rm", "token").code());
		final var run = desk.run("secret", "rm", "token");
		assertEquals(1, run.code());
		assertFalse(run.err().contains("s3cret"));
	}
}
