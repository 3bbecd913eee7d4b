package dev.benchtop.cli.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.cli.Desk;
import dev.benchtop.core.BenchException;

@Timeout(120)
class ConsoleCommandTest {

	@TempDir
	Path home;

	private Desk desk;

	@BeforeEach
	void open() throws IOException, BenchException {
		desk = new Desk(home);
	}

	@Test
	void sendsWhatIsPipedInAndStaysUntilTheLineCloses() {
		final var run = desk.typing("root\npoweroff\n").run("console", "fake");
		assertEquals(0, run.code(), run.err());
		assertEquals("login: ROOT\nPOWEROFF\n", run.out());
		assertEquals("", run.err());
	}

	@Test
	void leavesAfterTheTimeout() {
		final var run = desk.typing("root\n").run("console", "fake", "machine/console", "--timeout", "300ms");
		assertEquals(0, run.code(), run.err());
		assertEquals("login: ROOT\n", run.out());
	}

	@Test
	void sendsNothingReadOnly() {
		final var run = desk.typing("root\n").run("console", "fake", "--read-only", "--timeout", "300ms");
		assertEquals("login: ", run.out());
	}

	@Test
	void endsWithCtrlC() throws Exception {
		try (var open = new PipedOutputStream(); var input = new PipedInputStream(open)) {
			final var run = CompletableFuture.supplyAsync(() -> desk.typing(input).run("console", "fake"));
			open.write("x".getBytes());
			open.flush();
			desk.token().cancel();
			assertEquals(130, run.get().code());
		}
	}

	@Test
	void saysThatTheBoardIsOff() {
		desk.typing("poweroff\n").run("console", "fake");
		final var run = desk.run("console", "fake");
		assertEquals(1, run.code());
		assertTrue(run.err().contains("the board is off"), run.err());
	}

	@Test
	void showsWhatWasSaidBeforeUnlessToldNot() {
		desk.typing("before\n").run("console", "fake", "--timeout", "300ms");
		final var run = desk.typing("after\n").run("console", "fake", "--timeout", "300ms", "--no-replay");
		assertFalse(run.out().contains("BEFORE"), run.out());
		assertTrue(run.out().contains("AFTER"), run.out());
	}

	@Test
	void namesTheConsolesWhereThereIsNoSuch() {
		final var run = desk.run("console", "fake", "machine/power");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("power"), run.err());
	}

	@Test
	void isAPortWithoutABenchFile() {
		final var run = desk.typing("root\npoweroff\n").run("console", "/dev/fake", "--baud", "9600", "--parity", "even");
		assertEquals(0, run.code(), run.err());
		assertEquals("login: ROOT\nPOWEROFF\n", run.out());
		final var raw = desk.raw().typing("\001x").run("console", "/dev/fake", "--baud", "9600", "--parity", "even");
		assertTrue(raw.err().contains("[fake{baudrate=9600, parity=even}: leave with"), raw.err());
	}

	@Test
	void saysWhatAPortCannotDo() {
		final var run = desk.run("console", "/dev/fake", "--baud", "300");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("too slow"), run.err());
	}

	@Test
	void refusesToSetThePortOfABoard() {
		final var run = desk.run("console", "fake", "--baud", "9600");
		assertEquals(2, run.code());
		assertTrue(run.err().contains("bench file"), run.err());
	}

	@Test
	void wantsToKnowWhichConsole() {
		assertEquals(2, desk.run("console").code());
	}

	@Test
	void listsThePorts() {
		final String line = "/dev/serial/by-id/usb-Fake  Fake Inc. Wire (ttyFAKE0)\n";
		assertEquals(line, desk.run("console", "--list").out());
		assertEquals(line, desk.run("ports").out());
		final var json = desk.run("ports", "--json").json().getAsJsonArray().get(0).getAsJsonObject();
		assertEquals("Fake Inc. Wire", json.get("label").getAsString());
		assertEquals("/dev/serial/by-id/usb-Fake", json.getAsJsonObject("config").get("port").getAsString());
	}

	@Test
	void writesALogWithTimes() throws IOException {
		final var run = desk.typing("root\npoweroff\n").run("console", "/dev/fake", "--log", "said.log", "--timestamps");
		final String stamp = "\\[\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\] ";
		assertTrue(run.out().matches(stamp + "login: ROOT\n" + stamp + "POWEROFF\n"), run.out());
		assertEquals(run.out(), Files.readString(desk.folder().resolve("said.log")));
		desk.typing("more\npoweroff\n").run("console", "/dev/fake", "--log", "said.log", "--timestamps=delta");
		assertTrue(Files.readString(desk.folder().resolve("said.log")).startsWith(run.out() + "[     0.000] login: MORE\n"));
	}

	@Test
	void leavesATerminalWithCtrlAX() {
		final var run = desk.raw().typing("root\r\001\001\001xnever").run("console", "fake");
		assertEquals(0, run.code(), run.err());
		assertEquals("\r\n[fake/machine.console: leave with Ctrl-A X]\r\n\r\n", run.err());
	}

	@Test
	void staysAtATerminalWhereTheBoardIsOff() throws Exception {
		desk.typing("poweroff\n").run("console", "fake");
		try (var open = new PipedOutputStream(); var input = new PipedInputStream(open)) {
			final var run = CompletableFuture.supplyAsync(() -> desk.raw().typing(input).run("console", "fake"));
			open.write("ls\r\001x".getBytes());
			open.flush();
			final var ended = run.get();
			assertEquals(0, ended.code());
			assertTrue(ended.err().contains("the board is off"), ended.err());
		}
	}
}
