package dev.benchtop.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.benchtop.core.BenchException;

class CommandLineTest {

	@TempDir
	Path home;

	private Desk desk;

	@BeforeEach
	void open() throws IOException, BenchException {
		desk = new Desk(home);
	}

	@ParameterizedTest
	@ValueSource(strings = {"boards", "check", "console", "do", "drivers", "dump", "flash", "history", "power", "secret", "targets", "trust", "help"})
	void everyCommandHasHelp(String command) {
		final var run = desk.run(command, "--help");
		assertEquals(0, run.code(), run.err());
		assertTrue(run.out().contains("Usage: benchtop " + command), run.out());
		assertTrue(run.out().contains("--bench=DIR"), run.out());
		assertEquals(run.out(), desk.run("help", command).out());
		assertTrue(desk.run("--help").out().lines().anyMatch(line -> line.matches("  " + command + "  +[A-Z].*[.]?")), "a line in the list");
	}

	@Test
	void everyOptionOfEveryCommandIsExplained() {
		final var help = desk.run("--help").out();
		help.lines().filter(line -> line.matches("  [a-z]+ .*")).map(line -> line.strip().split(" ")[0]).forEach(command -> desk.run(command, "--help").out()
				.lines().forEach(line -> assertFalse(line.matches("(  -\\w,| {5}) --[^ ]+\\s*"), command + ": " + line)));
	}

	@Test
	void wrongUsageIsToldShortly() {
		final var run = desk.run("power", "fake", "sideways");
		assertEquals(2, run.code());
		assertEquals("", run.out());
		assertTrue(run.err().startsWith("benchtop: Invalid value"), run.err());
		assertTrue(run.err().contains("Usage: benchtop power "), run.err());
		assertTrue(run.err().endsWith("'benchtop power --help' tells more." + System.lineSeparator()), run.err());
	}

	@Test
	void anOptionThatWantsAPairIsNamedOnce() {
		final var run = desk.run("flash", "fake", "--target", "bios");
		assertEquals(2, run.code());
		assertTrue(run.err().startsWith("benchtop: Value for option '--target'"), run.err());
	}

	@Test
	void nearCommandsAreNamed() {
		final var run = desk.run("boads");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("benchtop boards"), run.err());
	}

	@Test
	void noCommandIsWrongUsage() {
		final var run = desk.run();
		assertEquals(2, run.code());
		assertTrue(run.err().contains("flash"), run.err());
	}

	@Test
	void errorsAreJsonTooWhereJsonIsAskedFor() {
		final var run = desk.run("--json", "power", "fak", "on");
		assertEquals(2, run.code());
		final var error = run.json().getAsJsonObject().getAsJsonObject("error");
		assertTrue(error.get("what").getAsString().contains("\"fak\""), run.out());
		assertTrue(error.has("where") && error.has("why") && error.has("next"), run.out());
		assertTrue(run.err().startsWith("benchtop: "), run.err());
	}

	@Test
	void theAdviceStandsOnALineOfItsOwn() {
		desk.file("fake.yaml", read("fake.yaml").replace("{type: fake}", "{type: fake, config: {broken: no hands}}"));
		final var run = desk.run("power", "fake", "on");
		assertEquals(1, run.code());
		assertEquals("benchtop: fake: The fake is broken: no hands\nMend it." + System.lineSeparator(), run.err());
	}

	private String read(String name) {
		try {
			return Files.readString(desk.folder().resolve(name));
		} catch (IOException e) {
			throw new AssertionError(e);
		}
	}

	@Test
	void theBenchIsTheWorkingFolderIfItHasBenchFiles() throws IOException {
		final Path other = Files.createDirectories(home.resolve("other"));
		assertEquals(0, desk.run("check").code());
		final var run = desk.in(other).run("check");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("--bench DIR"), run.err());
		assertEquals(0, desk.run("check", "--bench", "../bench").code());
		assertEquals(0, desk.run("--bench", "../bench", "check").code());
	}

	@Test
	void yamlThatIsNoBenchFileMakesNoBench() throws IOException {
		final Path other = Files.createDirectories(home.resolve("other"));
		Files.writeString(other.resolve("docker-compose.yaml"), "services: {}\n");
		assertFalse(BenchFolder.isBench(other));
		assertTrue(BenchFolder.isBench(desk.folder()));
	}

	@Test
	void aDefectIsAnErrorAndNoStackTrace() {
		final var run = desk.resolving((_, _) -> {
			throw new IllegalStateException("surprise");
		}).run("flash", "fake", "x");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("surprise") && !run.err().contains("\tat "), run.err());
	}
}
