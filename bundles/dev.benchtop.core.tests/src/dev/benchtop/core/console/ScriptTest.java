package dev.benchtop.core.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.CancelToken;
import dev.benchtop.core.Secret;
import dev.benchtop.core.bench.BoardLocks;
import dev.benchtop.core.console.Script.Expectation;
import dev.benchtop.testing.Heard;

class ScriptTest {

	private static final Duration LONG = Duration.ofSeconds(60);

	@TempDir
	Path folder;

	private final FakeDevice device = new FakeDevice();
	private final CancelToken cancel = new CancelToken();
	private ConsoleLine line;

	@BeforeEach
	void open() throws BenchException {
		line = line(device);
		line.open();
	}

	@AfterEach
	void close() {
		line.close();
	}

	private ConsoleLine line(LineTransport transport) {
		return new ConsoleLine("serial", transport, folder.resolve("serial.log"), BoardLocks.of(folder.resolve("board")), "console:serial");
	}

	private Script script() throws BenchException {
		return Script.on(line, "test", cancel);
	}

	@Test
	void waitsOverTheBordersOfChunks() throws Exception {
		try (var script = script()) {
			device.say("U-Boot 2023\r\nHit any k");
			device.say("ey to st");
			device.say("op autoboot:  2 more");
			final var match = script.expect("Hit any key to stop autoboot", LONG);
			assertEquals("U-Boot 2023\r\n", match.before());
			final var number = script.expect(Pattern.compile(":\\s+(\\d) (x)?"), LONG);
			assertEquals(2, number.groups().size() - 1);
			assertEquals("2", number.groups().get(1));
			assertEquals(null, number.groups().get(2));
			assertEquals("", number.before());
			script.expect("more", LONG);
		}
	}

	@Test
	void whatComesFirstWins() throws Exception {
		try (var script = script()) {
			device.say("one two three.");
			script.expect(Pattern.compile("one"), LONG);
			final var match = script.expectAny(LONG, new Expectation.Literal("three"), new Expectation.Regex(Pattern.compile("t\\w+")),
					new Expectation.Literal("two"));
			assertEquals(1, match.index());
			assertEquals("two", match.text());
			assertEquals(" ", match.before());
		}
	}

	@Test
	void escapesAreTakenOutEvenInPieces() throws Exception {
		try (var script = script()) {
			device.say("~ # \u001b[");
			device.say("6n\u001b]0;title\u0007ok\u001b(Bgo\u001b[1;3");
			device.say("2mgreen\u001b[0m.");
			assertEquals("~ # okgogreen", script.expect(".", LONG).before());
			script.keepEscapes(true);
			device.say("\u001b[0m!");
			assertEquals("\u001b[0m", script.expect("!", LONG).before());
		}
	}

	@Test
	void bytesAreNoUtf8() throws Exception {
		try (var script = script()) {
			device.say(new byte[] { (byte) 0xda, (byte) 0xc4, (byte) 0xb3, '.' });
			assertEquals("\u00da\u00c4\u00b3", script.expect(".", LONG).before());
		}
	}

	@Test
	void hearsFromWhereItIsTold() throws Exception {
		final long place = line.position();
		device.say("before. ");
		final var reader = new Heard();
		line.attach(reader);
		reader.awaitStory("before. ");
		try (var script = Script.on(line, "test", cancel, place)) {
			script.expect("before", LONG);
		}
		try (var script = script()) {
			device.say("after.");
			assertEquals("after", script.expect(".", LONG).before());
		}
	}

	@Test
	void whatDoesNotComeIsToldWithTheLastLines() throws Exception {
		try (var script = script()) {
			for (int i = 1; i <= 30; i++) {
				device.say("line " + i + "\r\n");
			}
			script.expect("line 30\r\n", LONG);
			final var error = assertThrows(BenchException.class,
					() -> script.expectAny(Duration.ofMillis(50), new Expectation.Literal("login:"), new Expectation.Regex(Pattern.compile("[#$] $"))));
			assertEquals("\"login:\" or /[#$] $/ did not come within 50 ms", error.what());
			assertTrue(error.why().orElseThrow().startsWith("The board said last:\n  line 11\n"), error.why().get());
			assertTrue(error.why().orElseThrow().endsWith("\n  line 30"), error.why().get());
		}
	}

	@Test
	void aSilentBoardIsCalledSilent() throws Exception {
		try (var script = script()) {
			final var error = assertThrows(BenchException.class, () -> script.expect("=> ", Duration.ofSeconds(0)));
			assertEquals("\"=>\" did not come within 0 s: The board said nothing", error.getMessage());
		}
	}

	@RepeatedTest(10)
	void aLostLineEndsTheWaitAtOnce() throws Exception {
		try (var script = script()) {
			device.say("Starting kernel");
			script.expect("Starting", LONG);
			final var waiting = inBackground(() -> script.expect("login:", Duration.ofMinutes(1)));
			awaitWaiting();
			device.unplug(new IOException("gone"));
			final var error = failure(waiting);
			assertEquals("The console was lost while the board was to answer: The device ended the connection\nThe board said last:\n  Starting kernel",
					error.getMessage());
		}
	}

	@RepeatedTest(10)
	void aKeyboardTakenOverEndsTheWaitAtOnce() throws Exception {
		try (var script = script()) {
			final var waiting = inBackground(() -> script.expect("login:", Duration.ofMinutes(1)));
			awaitWaiting();
			line.takeOver();
			assertEquals("serial: The keyboard of serial was taken over by hand", failure(waiting).getMessage());
			assertThrows(BenchException.class, () -> script.send("x"));
		}
	}

	@RepeatedTest(10)
	void cancelEndsTheWaitAtOnce() throws Exception {
		try (var script = script()) {
			final var waiting = inBackground(() -> script.expect("login:", Duration.ofMinutes(1)));
			awaitWaiting();
			cancel.cancel();
			assertTrue(failure(waiting).isCancelled());
		}
	}

	@Test
	void waitsForALineThatIsNotOpenYet() throws Exception {
		device.unplug(new LineOffException("The board is off"));
		final var reader = new Heard();
		line.attach(reader);
		reader.awaitStory("<CLOSED The board is off>");
		try (var script = script()) {
			final var error = assertThrows(BenchException.class, () -> script.expect("login:", Duration.ofMillis(20)));
			assertTrue(error.getMessage().contains("The console is not open"), error.getMessage());
			final var waiting = inBackground(() -> script.expect("login:", LONG));
			device.plug();
			reader.awaitStory("<OPEN|test>");
			device.say("login: ");
			waiting.get(60, TimeUnit.SECONDS);
		}
	}

	@Test
	void theKeyboardIsThePersonsAgain() throws Exception {
		try (var _ = script()) {
			assertThrows(BenchException.class, () -> line.write("x".getBytes()));
		}
		line.write("x".getBytes());
		assertEquals("x", device.typed());
	}

	@Test
	void logsInWithAPasswordThatIsNowhereToBeRead() throws Exception {
		device.answering(typed -> {
			switch (typed) {
				case "root\n" -> device.say("root\r\nPassword: ");
				case "hunter2\n" -> device.say("hunter2\r\nWelcome\r\n\r\n~ # \u001b[6n");
				default -> device.say("?");
			}
		});
		try (var script = script()) {
			device.say("virtual-arm64 login: ");
			script.login("root", new Secret("hunter2"), LONG);
			assertFalse(script.lastLines(10).contains("hunter2"));
		}
		assertFalse(Files.readString(line.log()).contains("hunter2"));
	}

	@Test
	void logsInWithoutAPassword() throws Exception {
		device.answering(_ -> device.say("root\r\n# "));
		try (var script = script()) {
			device.say("login: ");
			script.login("root", new Secret(""), LONG);
		}
	}

	@Test
	void aRefusedLoginIsSaid() throws Exception {
		device.answering(typed -> device.say(typed.equals("root\n") ? "\r\nPassword: " : "\r\nLogin incorrect\r\nlogin: "));
		try (var script = script()) {
			device.say("login: ");
			final var error = assertThrows(BenchException.class, () -> script.login("root", new Secret("wrong"), LONG));
			assertEquals("The board does not let root in", error.what());
		}
	}

	@Test
	void aCommandHasItsOutputAndItsStatus() throws Exception {
		device.answering(typed -> {
			final var marks = Pattern.compile("echo (\\w+):\\$\\?:b; (.*); echo (\\w+):\\$\\?:e\n").matcher(typed);
			assertTrue(marks.matches(), typed);
			device.say(typed.replace("\n", "\r\n") + marks.group(1) + ":0:b\r\n");
			device.say("BOOTP broadcast 1\r\nDHCP client bound\r\n" + marks.group(3) + ":1");
			device.say(":e\r\n=> ");
		});
		try (var script = script()) {
			final var result = script.uboot("dhcp", LONG);
			assertEquals("BOOTP broadcast 1\nDHCP client bound", result.output());
			assertEquals(1, result.status());
		}
	}

	@Test
	void aCommandThatDoesNotEndIsSaid() throws Exception {
		try (var script = script()) {
			final var error = assertThrows(BenchException.class, () -> script.command("sleep 100", Duration.ofMillis(50)));
			assertEquals("\"the end of sleep 100\" did not come within 50 ms", error.what());
		}
	}

	@Test
	void drivesARealShell() throws Exception {
		line.close();
		for (final String shell : List.of("sh -i", "bash --norc -i")) {
			line = line(new ShellDevice(shell));
			line.open();
			try (var script = Script.on(line, "test", cancel, 0)) {
				script.expect(Pattern.compile("[#$] "), LONG);
				assertEquals(new Script.Result("a\nb", 0), script.command("printf 'a\\nb\\n'", LONG));
				assertEquals(new Script.Result("no end of line", 3), script.command("printf 'no end of line'; (exit 3)", LONG));
				assertEquals(new Script.Result("", 1), script.command("false", LONG));
				assertEquals(100_000, script.command("seq 1 100000", LONG).output().lines().count());
				assertEquals(0, script.command("# a comment\ntrue", LONG).status());
				final var wide = script.command("echo " + "x".repeat(300), LONG);
				assertEquals("x".repeat(300), wide.output());
				assertEquals(0, script.command("sleep 0.01 &", LONG).status());
			}
			line.close();
		}
	}

	private static CompletableFuture<Object> inBackground(java.util.concurrent.Callable<?> call) {
		final var future = new CompletableFuture<>();
		Thread.ofPlatform().daemon().name("waiting script").start(() -> {
			try {
				future.complete(call.call());
			} catch (Exception e) {
				future.completeExceptionally(e);
			}
		});
		return future;
	}

	/** Until the script waits: what happens then is what the test is about. */
	private static void awaitWaiting() throws InterruptedException {
		while (Thread.getAllStackTraces().keySet().stream()
				.noneMatch(thread -> thread.getName().equals("waiting script") && thread.getState() == Thread.State.TIMED_WAITING)) {
			Thread.sleep(1);
		}
	}

	private static BenchException failure(CompletableFuture<Object> waiting) throws Exception {
		final var error = assertThrows(ExecutionException.class, () -> waiting.get(60, TimeUnit.SECONDS));
		return (BenchException) error.getCause();
	}
}
